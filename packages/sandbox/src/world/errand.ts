import type { World } from './world.ts'

/**
 * Something still to be done, as data: by what name it is known, and what it is about. Whatever happens later in a world
 * is one, so that a world can be written down with all that is still to come, and go on elsewhere.
 */
export interface Errand {
  readonly errand: string
  /** JSON: names, ids, numbers. Rows are named by region and id, and may be gone when the moment comes. */
  readonly about: object
}

type Run = (world: World, about: never) => void

const known = new Map<string, Run>()

/**
 * Gives a name to something that can be done later, and makes such errands from then on. State files hold the name, so
 * that one that was ever used keeps its meaning; there is one of each.
 */
export function errand<About extends object>(name: string, run: (world: World, about: About) => void) {
  if (known.has(name)) throw new Error(`Two errands are named ${name}.`)
  known.set(name, run)
  return (about: About): Errand => ({ errand: name, about })
}

/** Does it now; nothing when there is none. */
export function runErrand(world: World, given: Errand | undefined): void {
  if (!given) return
  const run = known.get(given.errand)
  if (!run) throw new Error(`Nothing is known of an errand named ${given.errand}.`)
  run(world, given.about as never) // made for that name
}

export const isKnownErrand = (name: string): boolean => known.has(name)
