import type { StreamSurroundings } from './stream.ts'

const tickMs = 5_000
/** A tick this late means that the machine or the browser was asleep. */
const lateMs = 10_000

/** Calls back when the clock has jumped: connections may be dead without a word. Call the result to stop. */
export function watchForSleep(
  { later, now }: Pick<StreamSurroundings, 'later' | 'now'>,
  onWake: () => void,
): () => void {
  let expectedAt = 0
  let cancel = () => {}
  const schedule = () => {
    expectedAt = now() + tickMs
    cancel = later(tickMs, () => {
      if (now() - expectedAt > lateMs) onWake()
      schedule()
    })
  }
  schedule()
  return () => cancel()
}
