/** A process of its own that holds many event streams open and notes how old each line is when it comes. */
import { createParser } from 'eventsource-parser'
import { Agent, fetch } from 'undici'

export interface Opening {
  /** The address of the BFF. */
  url: string
  topics: string[]
  cookie: string
  count: number
}

const ages: number[] = []
const dispatcher = new Agent({ connections: null, pipelining: 1 })

process.on('message', (message: Opening | 'report') => {
  if (message === 'report') process.send?.(ages.splice(0))
  else void openAll(message)
})

async function openAll(opening: Opening) {
  await Promise.all(Array.from({ length: opening.count }, () => open(opening)))
  process.send?.('open')
}

async function open({ url, topics, cookie }: Opening) {
  const reply = await fetch(`${url}/api/events`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ topics }),
    dispatcher,
  })
  if (!reply.ok || !reply.body) throw new Error(`The event stream answered ${reply.status}`)
  const parser = createParser({
    onEvent: ({ data }) => {
      for (const [, at] of data.matchAll(/"bench (\d+)"/g)) ages.push(Date.now() - Number(at))
    },
  })
  const decoder = new TextDecoder()
  void (async () => {
    for await (const chunk of reply.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }))
  })()
}
