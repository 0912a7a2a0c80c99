/**
 * `ocid1.desktoppool.oc1.eu-frankfurt-1.aaaa…x7k2qa` as `desktoppool…x7k2qa`: its kind, and the end, in which two of a
 * kind differ. What is not an OCID keeps both its ends.
 */
export function shortenOcid(id: string): string {
  const [, kind] = /^ocid1\.([a-z0-9_-]+)\./.exec(id) ?? []
  if (kind) return `${kind}…${id.slice(-6)}`
  return id.length > 24 ? `${id.slice(0, 12)}…${id.slice(-6)}` : id
}
