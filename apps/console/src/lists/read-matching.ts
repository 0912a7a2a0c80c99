import type { Window } from '@gatehouse/contract'
import { ApiError } from '../api/api-error.ts'
import type { Page } from './list.ts'

const rowsPerRead = 500
const mostAttempts = 4

/**
 * All rows of a query. Each read begins with the last row of the one before it: if that row has moved, others may have
 * been skipped, so everything is read anew. `onRead` gets how many have been read.
 */
export async function readMatching<Row extends { id: string }>(
  read: (page: Page) => Promise<Pick<Window<Row>, 'rows' | 'total'>>,
  onRead: (count: number) => void,
): Promise<Row[]> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const rows = await readUnmoved(read, onRead)
    if (rows) return rows
  }
  const detail = 'The rows changed while they were read. Nothing was sent. Try again.'
  throw new ApiError({ code: 'conflict', status: 409, title: 'The rows keep changing', detail })
}

async function readUnmoved<Row extends { id: string }>(
  read: (page: Page) => Promise<Pick<Window<Row>, 'rows' | 'total'>>,
  onRead: (count: number) => void,
): Promise<Row[] | null> {
  const all: Row[] = []
  for (;;) {
    onRead(all.length)
    const { rows, total } = await read({ offset: Math.max(0, all.length - 1), limit: rowsPerRead })
    const last = all.at(-1)
    if (last && rows[0]?.id !== last.id) return null
    all.push(...rows.slice(last ? 1 : 0))
    if (all.length >= total) return all
    if (rows.length < rowsPerRead) return null
  }
}
