import { stringify } from 'csv-stringify/sync'

export type CsvColumns<T> = readonly (readonly [heading: string, value: (item: T) => string | number | null])[]

/**
 * Rows as CSV (RFC 4180), in batches. An apostrophe keeps spreadsheets from running a value as a formula:
 * owasp.org/www-community/attacks/CSV_Injection
 */
export async function* csvOf<T>(columns: CsvColumns<T>, batches: AsyncIterable<readonly T[]>): AsyncGenerator<string> {
  yield lines([columns.map(([heading]) => heading)])
  for await (const batch of batches) yield lines(batch.map((item) => columns.map(([, value]) => value(item))))
}

const lines = (rows: (string | number | null)[][]) =>
  stringify(rows, { record_delimiter: 'windows', escape_formulas: true })
