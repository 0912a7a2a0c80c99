/** Digits of a number in a sort key. */
const numberWidth = 10

/**
 * Text that sorts by bytes as people read it: without case and accents, and numbers by size ("pool 9" before "pool 10").
 * The same in every database.
 */
export const sortKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\d+/g, (digits) => digits.padStart(numberWidth, '0'))

export const sortKeyOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text === '' ? null : sortKey(text)

/** RFC 3339 in UTC with milliseconds, so that instants compare as text. Null for none, and for what is no instant. */
export function sortableInstant(at: string | null): string | null {
  const ms = at === null ? Number.NaN : Date.parse(at)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

/** The texts to search in. Every word of a search must be part of it. */
export const searchText = (texts: readonly (string | null | undefined)[]): string =>
  texts
    .filter((text) => text !== null && text !== undefined && text !== '')
    .join('\n')
    .toLowerCase()
