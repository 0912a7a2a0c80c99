/**
 * The same value with every lone surrogate in its text replaced by U+FFFD, names of members included. RFC 8785 has no
 * form for a lone surrogate (section 3.2.2.2), and SQLite does not store one.
 */
export const wellFormed = <Value>(value: Value): Value => mend(value) as Value // only text is changed, and stays text

function mend(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(mend)
  // An object with `toJSON`, such as a Date, is kept as it is.
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toWellFormed(), mend(member)]))
}
