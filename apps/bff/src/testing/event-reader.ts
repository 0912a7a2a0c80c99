import { EventSourceParserStream } from 'eventsource-parser/stream'
import type { LiveEventName, LiveEvents } from '@gatehouse/contract'

type Heard = { [Name in LiveEventName]: { event: Name; data: LiveEvents[Name]; id: string | undefined } }[LiveEventName]

/** An event stream as a browser reads it. */
export interface EventReader {
  status: number
  headers: Headers
  /** All that came but pings, oldest first. */
  heard: Heard[]
  /** Those with that name. */
  of<Name extends LiveEventName>(name: Name): LiveEvents[Name][]
  /** By topic, the id of its last event: what a browser sends when it connects again. */
  lastEventIds(): Record<string, string>
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>
  /** Closes the connection. */
  close(): void
}

/** Opens the event stream of the BFF at that address. */
export async function readEvents(
  url: string,
  topics: readonly string[],
  { cookie, lastEventIds }: { cookie?: string | undefined; lastEventIds?: Record<string, string> | undefined } = {},
): Promise<EventReader> {
  const hangUp = new AbortController()
  const response = await fetch(`${url}/api/events`, {
    method: 'POST',
    signal: hangUp.signal,
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: JSON.stringify({ topics, lastEventIds }),
  })
  const heard: Heard[] = []
  const reading = async () => {
    if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) return
    const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
    for await (const { event, data, id } of events) {
      if (event === 'ping') continue
      heard.push({ event: event as LiveEventName, data: JSON.parse(data), id }) // as the contract promises
    }
  }
  return {
    status: response.status,
    headers: response.headers,
    heard,
    of: <Name extends LiveEventName>(name: Name) =>
      heard.filter((one) => one.event === name).map((one) => one.data as LiveEvents[Name]), // by its name
    lastEventIds: () =>
      Object.fromEntries(heard.flatMap(({ id, data }) => (id === undefined ? [] : [[data.topic, id]]))),
    // Closing the connection rejects the read.
    ended: reading().catch(() => undefined),
    close: () => hangUp.abort(),
  }
}
