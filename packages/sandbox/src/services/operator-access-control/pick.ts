/** Some fields of a thing, such as a summary has; those that are absent stay absent. */
export function pick<T extends object, K extends keyof T>(from: T, fields: readonly K[]): Pick<T, K> {
  const picked: Partial<T> = {}
  for (const field of fields) if (from[field] !== undefined) picked[field] = from[field]
  return picked as Pick<T, K> // what a field's type lets be absent may be absent here
}
