import { once } from 'node:events'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Ping } from '@gatehouse/contract'
import type { LiveEvent } from '../../live/source.ts'

interface EventStreamOptions {
  headers: OutgoingHttpHeaders
  /** How long the browser waits before it connects again, in milliseconds. */
  retryMs: number
  /** A `ping` is sent this often, in milliseconds, so that proxies and browsers know the connection to be alive. */
  pingMs: number
  /** Looks whether the stream may go on, with each ping. */
  mayGoOn: () => Promise<boolean>
}

export interface EventStream {
  send: (events: readonly LiveEvent[]) => void
  /** Resolves when what was sent is on its way, or the stream has ended. */
  drained: () => Promise<void>
  /** Ends it; the browser connects again. */
  end: () => void
}

/** What a reader may lag behind, in bytes, before it is let go: it begins again with the present state. */
const mostUnsentBytes = 16 * 1024 * 1024

/**
 * Answers with server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html). It writes to the response
 * itself, because an event that goes to a thousand streams is put into text once.
 */
export function startEventStream(
  response: ServerResponse,
  { headers, retryMs, pingMs, mayGoOn }: EventStreamOptions,
): EventStream {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    connection: 'keep-alive',
    // nginx would hold events back
    'x-accel-buffering': 'no',
  })
  const ping = `event: ping\ndata: ${JSON.stringify({ everyMs: pingMs } satisfies Ping)}\n\n`
  response.write(`retry: ${retryMs}\n\n${ping}`)
  response.flushHeaders()

  const pinging = setInterval(() => {
    write(ping)
    mayGoOn().then(
      (may) => may || response.end(),
      () => response.end(),
    )
  }, pingMs)
  response.once('close', () => clearInterval(pinging))
  // a broken connection closes it, which is all there is to know
  response.on('error', () => undefined)

  function write(text: string) {
    if (response.writableEnded || response.destroyed) return
    response.write(text)
    if (response.writableLength > mostUnsentBytes) response.destroy()
  }

  return {
    send: (events) => write(events.map(frameOf).join('')),
    async drained() {
      if (!response.writableNeedDrain || response.destroyed) return
      const done = new AbortController()
      const { signal } = done
      await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).finally(() =>
        done.abort(),
      )
    },
    end: () => response.end(),
  }
}

const frames = new WeakMap<LiveEvent, string>()

function frameOf(event: LiveEvent): string {
  const known = frames.get(event)
  if (known !== undefined) return known
  const id = event.id === undefined ? '' : `id: ${event.id}\n`
  const frame = `${id}event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`
  frames.set(event, frame)
  return frame
}
