import { setTimeout as sleep } from 'node:timers/promises'
import type { BffProcess } from './bff-process.ts'

/** The lists whose rows come from OCI. This file alone knows the form of their answers. */
export const listNames = ['access-requests', 'desktop-pools', 'desktops', 'work-requests'] as const

export type ListName = (typeof listNames)[number]

/** Most rows that a window is asked for. */
export const windowRows = 100

export interface ListAnswer {
  /** How many rows came. */
  rows: number
  /** How many there are. */
  total: number
  /** Places that could not be read. */
  unread: number
  bytes: number
  /** The answer is a window of the list and not all of it. */
  isWindow: boolean
}

/** The answer of a list endpoint of today: all items, after every place was read. */
interface WholeList {
  items: unknown[]
  unread: unknown[]
}

/** The answer that is coming: a window of the rows that are known. */
interface Window {
  rows: unknown[]
  total: number
  freshness?: { unread?: unknown[] }
}

/** Reads the first window of a list, or the whole list where the BFF knows no windows. */
export async function readList({ url, cookie }: BffProcess, name: ListName, search = ''): Promise<ListAnswer> {
  const query = new URLSearchParams({ limit: String(windowRows), offset: '0', sort: 'name', ...(search && { search }) })
  const reply = await fetch(`${url}/api/${name}?${query.toString()}`, {
    headers: { cookie, 'accept-encoding': 'identity' },
  })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`GET /api/${name} answered ${reply.status}: ${text.slice(0, 400)}`)
  const body = JSON.parse(text) as WholeList | Window
  const bytes = Buffer.byteLength(text)
  if ('rows' in body)
    return {
      rows: body.rows.length,
      total: body.total,
      unread: body.freshness?.unread?.length ?? 0,
      bytes,
      isWindow: true,
    }
  return { rows: body.items.length, total: body.items.length, unread: body.unread.length, bytes, isWindow: false }
}

/** How long a browser waits before it opens the stream again: the BFF's own `retry`. */
const retryMs = 1500

/**
 * Watches all lists on one event stream, and opens it again when it ends, as a browser does; gives how to end it and what
 * came.
 */
export async function watchLists({ url, cookie }: BffProcess) {
  const closing = new AbortController()
  const { signal } = closing
  const seen = { bytes: 0, streams: 0 }
  const open = async () => {
    const reply = await fetch(`${url}/api/events`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ topics: listNames }),
      signal,
    })
    if (!reply.ok || !reply.body) throw new Error(`The event stream answered ${reply.status}`)
    seen.streams += 1
    return reply.body
  }
  const read = async (body: ReadableStream<Uint8Array>) => {
    for await (const chunk of body) seen.bytes += chunk.length
  }
  const first = await open()
  const reading = (async () => {
    let stream = first
    for (;;) {
      await read(stream).catch(() => {}) // cut off by the BFF, or by the abort, which ends the wait below
      await sleep(retryMs, undefined, { signal })
      stream = await open()
    }
  })().catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  return {
    seen,
    async close() {
      closing.abort()
      await reading
    },
  }
}
