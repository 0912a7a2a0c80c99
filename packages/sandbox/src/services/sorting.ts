/**
 * Whether a list runs backwards: times come newest first and names from A on unless asked otherwise. That much the SDKs
 * document of every list.
 */
export const isDescending = (byName: boolean, sortOrder: 'ASC' | 'DESC' | undefined): boolean =>
  (sortOrder ?? (byName ? 'ASC' : 'DESC')) === 'DESC'
