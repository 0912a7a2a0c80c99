import { startAtSize } from './at-size.ts'
import { readList, windowRows } from './lists.ts'
import { median, quantile } from './statistics.ts'

/** What a person types, letter by letter, into the search of the desktops. */
const typed = [
  'treasury',
  'user0421',
  'claims-production-office',
  'retail dev',
  'ocid1.desktop',
  'nothing of this name',
]

const rounds = 3
const pollMs = 500
const mostWaitMs = 5 * 60_000

/** From a keystroke in the search of 50,000 desktops to its rows at the BFF, and the size of the first page. */
export async function benchWindows() {
  const stack = await startAtSize()
  try {
    const first = await untilAllDesktops(stack)
    const times: number[] = []
    for (let round = 0; round < rounds; round++)
      for (const search of typed.flatMap(keystrokes)) {
        const startedAt = performance.now()
        await readList(stack.bff, 'desktops', search)
        times.push(performance.now() - startedAt)
      }
    return [
      {
        name: 'From a keystroke in the search of 50,000 desktops to its rows, p95',
        value: `${quantile(times, 0.95).toFixed(1)} ms`,
        aim: '≤ 50 ms',
        detail: `p50 ${median(times).toFixed(1)} ms, ${times.length} searches over HTTP with a session`,
      },
      {
        name: `The first page of desktops, ${windowRows} rows at most`,
        value: `${(first.bytes / 1000).toFixed(1)} kB`,
        aim: '≤ 30 kB',
        detail: `${first.rows} of ${first.total} rows, not compressed`,
      },
    ]
  } finally {
    await stack.close()
  }
}

const keystrokes = (text: string) => Array.from(text, (_, place) => text.slice(0, place + 1))

async function untilAllDesktops({ bff, sandbox }: Awaited<ReturnType<typeof startAtSize>>) {
  const startedAt = performance.now()
  for (;;) {
    const answer = await readList(bff, 'desktops')
    if (answer.total >= sandbox.counts.desktops && answer.pending === 0) return answer
    if (performance.now() - startedAt > mostWaitMs)
      throw new Error(
        `After ${mostWaitMs / 60_000} min the BFF knows ${answer.total} of ${sandbox.counts.desktops} desktops`,
      )
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}
