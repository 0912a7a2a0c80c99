import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { LiveEventName, Ping } from '@gatehouse/contract'
import type { LiveEvent } from '../../live/source.ts'
import { createOutbox } from './outbox.ts'

interface EventStreamOptions {
  headers: OutgoingHttpHeaders
  /** The interval of `ping` events, in milliseconds. They tell proxies and browsers that the connection is alive. */
  pingMs: number
  /** How long a reader may take no byte of what waits for it, in milliseconds. Checked with each ping. */
  patienceMs: number
}

export interface EventStream {
  send: (events: readonly LiveEvent[]) => void
  /** Resolves when nothing waits to be sent, or the stream has ended. */
  ready: () => Promise<void>
  /** Ends the stream without what waits; the browser opens another one if it may. */
  end: () => void
}

/**
 * Answers with server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html). Writes to the response
 * directly, so that an event for many streams is serialised once. A reader that is slow gets the latest state of each
 * topic; one that does not read at all is disconnected.
 */
export function startEventStream(
  response: ServerResponse,
  { headers, pingMs, patienceMs }: EventStreamOptions,
): EventStream {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // nginx would hold events back
    'x-accel-buffering': 'no',
  })
  response.flushHeaders()
  const outbox = createOutbox(response)
  const ping = Buffer.from(`event: ping\ndata: ${JSON.stringify({ everyMs: pingMs } satisfies Ping)}\n\n`)
  outbox.put(ping, 'ping')

  const pinging = setInterval(() => {
    if (outbox.stuckMs() > patienceMs) response.destroy()
    else outbox.put(ping, 'ping')
  }, pingMs)
  response.once('close', () => clearInterval(pinging))
  // A broken connection also emits `close`, which ends the stream.
  response.on('error', () => undefined)

  return {
    send(events) {
      for (const event of events) outbox.put(frameOf(event), replacedBy(event))
    },
    ready: () => outbox.ready(),
    end: () => response.end(),
  }
}

/** The events that carry all that there is of their topic, so that the latest one makes those before it superfluous. */
const wholes: ReadonlySet<LiveEventName> = new Set([
  'topic-state',
  'window',
  'access-request',
  'desktop-pool',
  'work-request',
])

/** Of the events with the same key, a slow reader needs the latest only. */
function replacedBy({ event, data }: LiveEvent): string | undefined {
  if (event === 'activity') return `activity ${data.action.id}`
  return wholes.has(event) ? `${event} ${data.topic}` : undefined
}

const frames = new WeakMap<LiveEvent, Buffer>()

function frameOf(event: LiveEvent): Buffer {
  const existing = frames.get(event)
  if (existing !== undefined) return existing
  const id = event.id === undefined ? '' : `id: ${event.id}\n`
  const frame = Buffer.from(`${id}event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`)
  frames.set(event, frame)
  return frame
}
