import type { Errand } from '../../world/errand.ts'
import type { Step } from '../../world/work.ts'

/** A pool of two thousand desktops takes no longer than one of twelve: as many steps, longer ones. */
const mostBatches = 6

/**
 * The steps that take a pool's desktops through something, batch by batch: `begin` when a batch's turn comes, `finish`
 * at the next step, with a line about each desktop.
 */
export function inBatches<T>(
  desktops: readonly T[],
  batch: {
    /** `Stopping`. */
    doing: string
    /** What the log says of a desktop that is done: `Desktop … is stopped`. */
    line: (desktop: T) => string
    begin: (desktops: T[]) => Errand
    finish: (desktops: T[]) => Errand
  },
): Step[] {
  const size = Math.max(1, Math.ceil(desktops.length / mostBatches))
  const steps: Step[] = []
  for (let from = 0; from < desktops.length; from += size) {
    const some = desktops.slice(from, from + size)
    const range = some.length === 1 ? `desktop ${from + 1}` : `desktops ${from + 1} to ${from + some.length}`
    steps.push(
      { message: `${batch.doing} ${range} of ${desktops.length}`, act: batch.begin(some) },
      {
        message: `Finished with ${range} of ${desktops.length}`,
        details: some.map(batch.line),
        act: batch.finish(some),
      },
    )
  }
  return steps
}
