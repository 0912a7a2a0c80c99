/** The rows of a table. Only those around the view need to be loaded. */
export interface Rows<Row> {
  /** Changes when other rows are listed: another search, filter or sort. The table then begins at the top. */
  key: string
  /** How many there are. Undefined until the first of them are loaded. */
  total: number | undefined
  /** Undefined while it is not loaded. */
  rowAt: (index: number) => Row | undefined
  /** Everything loaded, in order. */
  loaded: readonly Row[]
  /** The table calls it with the first and the last row in view. */
  onRange: (first: number, last: number) => void
  /** Other rows are being loaded; these remain until then. */
  isChanging: boolean
}

/** How far from its old place a row is looked for. */
const reach = 300

/** Where the row is now. Null when it is not loaded near its old place. */
export function indexOfRow<Row>(
  { rowAt, total = 0 }: Pick<Rows<Row>, 'rowAt' | 'total'>,
  isIt: (row: Row) => boolean,
  before: number,
): number | null {
  for (let distance = 0; distance <= reach; distance++) {
    for (const index of distance === 0 ? [before] : [before - distance, before + distance]) {
      const row = index >= 0 && index < total ? rowAt(index) : undefined
      if (row !== undefined && isIt(row)) return index
    }
  }
  return null
}
