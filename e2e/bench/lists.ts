import type { Window } from '@gatehouse/contract'
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
  /** Places that have not been read yet. */
  pending: number
  bytes: number
}

/** Reads the first window of a list. */
export async function readList({ url, cookie }: BffProcess, name: ListName, search = ''): Promise<ListAnswer> {
  const query = new URLSearchParams({ limit: String(windowRows), ...(search && { search }) })
  const reply = await fetch(`${url}/api/${name}?${query.toString()}`, {
    headers: { cookie, 'accept-encoding': 'identity' },
  })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`GET /api/${name} answered ${reply.status}: ${text.slice(0, 400)}`)
  const { rows, total, freshness } = JSON.parse(text) as Window<unknown> // as the contract promises
  return {
    rows: rows.length,
    total,
    unread: freshness.unreadTotal,
    pending: freshness.pending,
    bytes: Buffer.byteLength(text),
  }
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
