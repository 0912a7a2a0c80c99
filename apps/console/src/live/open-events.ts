import type { Api, Problem } from '@gatehouse/contract'
import { createParser } from 'eventsource-parser'

export type StreamRequest = Api['POST /api/events']['body']

/** Why a stream has ended. */
export type StreamEnd =
  /** The connection broke, could not be made, or something in between answered. */
  | { why: 'broken' }
  | { why: 'signed-out' }
  /** The BFF refuses it, and says why in a whole sentence. */
  | { why: 'refused'; reason: string }
  /** The BFF, or a proxy, asks to wait. */
  | { why: 'busy'; waitMs: number }

export interface StreamListener {
  onEvent: (event: { name: string; data: string; id: string | undefined }) => void
  /** Called once. Not called after `close`. */
  onEnd: (end: StreamEnd) => void
}

/**
 * Opens the event stream. It reads with `fetch`, because an `EventSource` cannot POST, and hides why a stream is refused.
 * Call the result to close it.
 */
export function openEvents(request: StreamRequest, { onEvent, onEnd }: StreamListener): () => void {
  const closing = new AbortController()
  const parser = createParser({
    onEvent: ({ event = 'message', data, id }) => {
      if (!closing.signal.aborted) onEvent({ name: event, data, id })
    },
  })

  async function read(): Promise<StreamEnd> {
    const reply = await fetch('/api/events', {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify(request),
      cache: 'no-store',
      signal: closing.signal,
    })
    const isStream = reply.ok && reply.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (!isStream || !reply.body) return endOf(reply)
    const decoder = new TextDecoder()
    const reader = reply.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { why: 'broken' }
      parser.feed(decoder.decode(value, { stream: true }))
    }
  }

  void read()
    .catch((): StreamEnd => ({ why: 'broken' }))
    .then((end) => {
      if (!closing.signal.aborted) onEnd(end)
    })
  return () => closing.abort()
}

async function endOf(reply: Response): Promise<StreamEnd> {
  if (reply.status === 401) return { why: 'signed-out' }
  if (reply.status === 429 || reply.status === 503) {
    const seconds = Number(reply.headers.get('retry-after'))
    return { why: 'busy', waitMs: Number.isFinite(seconds) ? Math.min(seconds, mostWaitSeconds) * 1000 : 0 }
  }
  const problem = reply.ok ? null : await problemOf(reply)
  return problem ? { why: 'refused', reason: problem } : { why: 'broken' }
}

/** Longer waits are cut, so that a wrong header does not silence a page for a day. */
const mostWaitSeconds = 120

/** The sentence of a problem document; null for another reply, such as the error page of a proxy. */
async function problemOf(reply: Response): Promise<string | null> {
  if (!reply.headers.get('content-type')?.startsWith('application/problem+json')) return null
  const { detail } = (await reply.json()) as Partial<Problem> // checked on the next line
  return typeof detail === 'string' ? detail : null
}
