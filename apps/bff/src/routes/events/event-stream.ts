import { once } from 'node:events'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Ping } from '@gatehouse/contract'
import type { LiveEvent } from '../../live/source.ts'

interface EventStreamOptions {
  headers: OutgoingHttpHeaders
  /** How long the browser waits before it connects again, in milliseconds. */
  retryMs: number
  /** The interval of `ping` events, in milliseconds. They tell proxies and browsers that the connection is alive. */
  pingMs: number
  /** Called with each ping. The stream ends when it resolves to false. */
  mayGoOn: () => Promise<boolean>
}

export interface EventStream {
  send: (events: readonly LiveEvent[]) => void
  /** Resolves when the write buffer has drained or the stream has ended. */
  drained: () => Promise<void>
  /** Ends the stream; the browser reconnects. */
  end: () => void
}

/** The most unsent bytes per client. A slower client is disconnected, and reconnects with the current state. */
const mostUnsentBytes = 16 * 1024 * 1024

/**
 * Answers with server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html). Writes to the response
 * directly, so that an event for many streams is serialised once.
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
  // A broken connection also emits `close`, which ends the stream.
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
  const existing = frames.get(event)
  if (existing !== undefined) return existing
  const id = event.id === undefined ? '' : `id: ${event.id}\n`
  const frame = `${id}event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`
  frames.set(event, frame)
  return frame
}
