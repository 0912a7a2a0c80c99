/**
 * The same value with every lone surrogate and every NUL in its text replaced by U+FFFD, names of members included. RFC 8785
 * has no form for a lone surrogate (section 3.2.2.2), SQLite does not store one, and PostgreSQL stores no NUL.
 */
export const wellFormed = <Value>(value: Value): Value => mend(value) as Value // only text is changed, and stays text

function mend(value: unknown): unknown {
  if (typeof value === 'string') return mendText(value)
  if (Array.isArray(value)) return value.map(mend)
  // An object with `toJSON`, such as a Date, is kept as it is.
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [mendText(name), mend(member)]))
}

const mendText = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD')
