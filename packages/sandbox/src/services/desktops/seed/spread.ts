import { createRandom } from '../../../world/random.ts'
import type { GeneratedCompartment } from '../../../world/seed/generated-compartments.ts'
import type { World } from '../../../world/world.ts'
import { seedPools } from '../seed.ts'
import type { Seeded } from '../seed.ts'
import { diceOf } from './dice.ts'
import type { Dice } from './dice.ts'
import { finishedWorks, recordWork } from './finished-work.ts'
import { shares } from './pool-plans.ts'
import type { PoolPlan } from './pool-plans.ts'

const teams = ['office', 'analysts', 'developers', 'contractors', 'training', 'reporting', 'support', 'partners']

/** Finished work lies this far back at most; OCI forgets older work. */
const longestAgoMs = 6 * 86_400_000

/** A log of a few lines; the long ones are in the usual pools. */
const mostLines = 30

/**
 * Pools, their desktops and finished work in the compartments that hold desktops: a few in most of them, many in the
 * first. They follow no schedule within the day and no session rule, so that a world without life stands still.
 */
export function spreadDesktops(
  world: World,
  homes: readonly GeneratedCompartment[],
  counts: { pools: number; desktops: number; workRequests: number },
): void {
  if (counts.pools === 0) return
  const dice = diceOf(createRandom(world.options.seed ^ 0x51de))
  const plans = plansIn(world, dice, homes, counts.pools)
  const desktops = shares(plans, counts.desktops)
  const seeded = seedPools(
    world,
    dice,
    plans.map((plan, place) => ({ plan, count: desktops[place] ?? 0 })),
  )
  recordWorks(world, dice, seeded, counts.workRequests)
}

function plansIn(world: World, dice: Dice, homes: readonly GeneratedCompartment[], count: number): PoolPlan[] {
  const regions = [...world.regions.keys()]
  const poolsIn = new Map<GeneratedCompartment, number>()
  return Array.from({ length: count }, (_, place) => {
    // one for each, and the rest where most is
    const home = homes[place] ?? mostlyFirst(dice, homes)
    const number = poolsIn.get(home) ?? 0
    poolsIn.set(home, number + 1)
    const round = Math.floor(number / teams.length)
    const name = `${home.name.replace(/-desktops$/, '')}-${teams[number % teams.length]}`
    const state = stateOf(dice)
    return {
      name: round === 0 ? name : `${name}-${round + 1}`,
      compartment: home.name,
      region: mostlyFirst(dice, regions),
      state,
      weight: state === 'FAILED' ? 0 : 0.2 + 3 * dice.roll() ** 2,
      image: dice.oneOf(['windows', 'windows', 'linux', 'linux', 'gpu']),
      regime: dice.oneOf(['always', 'always', 'always', 'season']),
      description: home.description,
    }
  })
}

function stateOf(dice: Dice): PoolPlan['state'] {
  const fate = dice.roll()
  if (fate < 0.02) return 'FAILED'
  return fate < 0.12 ? 'INACTIVE' : 'ACTIVE'
}

/** One of a list that is not empty. */
const mostlyFirst = <T>(dice: Dice, list: readonly T[]): T => list[Math.floor(list.length * dice.roll() ** 1.7)]! // below its length

function recordWorks(world: World, dice: Dice, seeded: readonly Seeded[], count: number) {
  const used = seeded.filter(({ pool }) => pool.extra.desktops.size > 0)
  if (used.length === 0) return
  for (let place = 0; place < count; place++) {
    const { region, pool } = used[(place * 5) % used.length]! // modulo its length
    const desktop = pool.extra.desktops.values().toArray()[dice.whole(0, pool.extra.desktops.size - 1)]
    const work = finishedWorks[place % finishedWorks.length]! // modulo its length
    const endedMs = world.clock.ms() - dice.between(0, longestAgoMs)
    const lines = Math.min(work.lines, mostLines)
    recordWork(world, dice, region, { ...work, lines, pool, endedMs, ...(desktop && { desktop }) })
  }
}
