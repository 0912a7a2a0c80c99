/** Free-form keys as they are; defined ones as `namespace.key`. */
export function toTags(
  freeform: Readonly<Record<string, string>> = {},
  defined: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Record<string, string> {
  const named = Object.entries(defined).flatMap(([namespace, tags]) =>
    Object.entries(tags).map(([key, value]) => [`${namespace}.${key}`, textOf(value)] as const),
  )
  return { ...freeform, ...Object.fromEntries(named) }
}

/** OCI allows any JSON as the value of a defined tag. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
