import { createRandom } from '../../world/random.ts'
import { divided } from '../../world/size.ts'
import type { DesktopPoolRow, Region, World } from '../../world/world.ts'
import { removeDesktops, forgetPool } from './removal.ts'
import { keepSchedule } from './schedule-keeper.ts'
import { seedPoolDesktops } from './seed/desktops.ts'
import { diceOf } from './seed/dice.ts'
import type { Dice } from './seed/dice.ts'
import { deletion, failedCreation, finishedWorks, recordWork } from './seed/finished-work.ts'
import { poolPlans, shares } from './seed/pool-plans.ts'
import type { PoolPlan } from './seed/pool-plans.ts'
import { seedPool, stateNow, surroundings } from './seed/pools.ts'
import { beginDesktopWork, beginTransit } from './seed/running-work.ts'
import { watchSessions } from './sessions.ts'

export interface Seeded {
  plan: PoolPlan
  region: Region
  pool: DesktopPoolRow
}

/** Secure Desktops' part of all work requests; the rest is Delegate Access Control's. */
const partOfWorkRequests = 2 / 3

/** The long logs are of the last days; there is nothing more to see in older ones. */
const mostLinesOfOlderWork = 60

const hourMs = 3_600_000

/**
 * Fills the usual regions with pools in all seven states, their desktops and volumes, and the work requests of the last days,
 * some of them still running. The same for the same seed, relative to the world's present.
 */
export function seedDesktops(world: World): void {
  const { pools, desktops, workRequests } = divided(world.options.size).usual
  const dice = diceOf(createRandom(world.options.seed ^ 0xde5c))
  const plans = poolPlans(pools).map((plan) =>
    world.regions.has(plan.region) ? plan : { ...plan, region: world.homeRegion },
  )
  const counts = shares(plans, desktops)
  const seeded = seedPools(
    world,
    dice,
    plans.map((plan, index) => ({ plan, count: counts[index] ?? 0 })),
  )
  const busiest = seeded.find(({ plan, pool }) => plan.state === 'ACTIVE' && pool.extra.desktops.size > 20)
  if (busiest) beginDesktopWork(world, busiest.region, busiest.pool)

  const running = [...world.regions.values()]
    .flatMap((region) => [...region.workRequests.values()])
    .filter(({ extra }) => extra.service === 'desktops')
  seedFinishedWork(world, dice, seeded, Math.round(workRequests * partOfWorkRequests) - running.length)
}

/** Pools beside the usual ones, each with so many desktops. Users count on from those that are there. */
export function seedMorePools(world: World, wanted: WantedPool[]): void {
  // what is made for the pools of a region takes OCIDs, which nobody shall miss
  if (wanted.length === 0) return
  const dice = diceOf(createRandom(world.options.seed ^ 0x90015))
  const plans = wanted.map(({ desktops, ...plan }) => ({
    count: desktops ?? 0,
    plan: {
      region: world.homeRegion,
      state: 'ACTIVE' as const,
      image: 'linux' as const,
      regime: 'always' as const,
      description: 'A pool of the seed file',
      weight: 1,
      ...plan,
    },
  }))
  seedPools(world, dice, plans)
}

/** A pool of the seed file. */
export interface WantedPool extends Partial<Pick<PoolPlan, 'region' | 'image' | 'regime' | 'description'>> {
  name: string
  /** By name. */
  compartment: string
  state?: 'ACTIVE' | 'INACTIVE' | 'FAILED'
  desktops?: number
}

/** Makes pools as their plans say, each with its number of desktops. */
export function seedPools(world: World, dice: Dice, wanted: { plan: PoolPlan; count: number }[]): Seeded[] {
  const around = new Map([...world.regions.values()].map((region) => [region.name, surroundings(world, region)]))
  let firstUser = 1 + [...world.regions.values()].reduce((sum, { desktops }) => sum + desktops.size, 0)
  const seeded = wanted.map(({ plan, count }) => {
    const { region, pool } = seedPool(world, dice, plan, count, around.get(plan.region)!) // every region has its own
    const isStopped = stateNow(world, plan) === 'INACTIVE' || plan.becoming === 'started'
    const state = isStopped ? 'INACTIVE' : plan.state
    seedPoolDesktops(world, dice, region, pool, { count, state, firstUser })
    firstUser += count
    return { plan, region, pool }
  })
  for (const one of seeded) putInState(world, one)
  return seeded
}

/** The pool has been filled as if it were ACTIVE or INACTIVE; from here on it is what its plan says, and follows its schedule. */
function putInState(world: World, { plan, region, pool }: Seeded) {
  if (['CREATING', 'UPDATING', 'DELETING'].includes(plan.state)) {
    if (plan.becoming === 'started') region.desktopPools.change(pool, { lifecycleState: 'INACTIVE' })
    beginTransit(world, region, pool, plan)
    return
  }
  region.desktopPools.change(pool, { lifecycleState: stateNow(world, plan) })
  if (plan.state === 'DELETED') {
    removeDesktops(world, region, [...pool.extra.desktops])
    forgetPool(world, pool)
  }
  keepSchedule(world, region, pool)
  watchSessions(world, region, pool)
}

function seedFinishedWork(world: World, dice: Dice, seeded: Seeded[], count: number) {
  const nowMs = world.clock.ms()
  const failed = seeded.filter(({ plan }) => plan.state === 'FAILED')
  const deleted = seeded.filter(({ plan }) => plan.state === 'DELETED')
  const used = seeded.filter(({ plan, pool }) => plan.state !== 'DELETED' && pool.extra.desktops.size > 0)
  const whole = [
    ...failed.map((one) => ({ ...one, work: failedCreation })),
    ...deleted.map((one) => ({ ...one, work: deletion })),
  ].slice(0, Math.max(0, count))
  for (const { region, pool, work } of whole)
    recordWork(world, dice, region, { ...work, pool, endedMs: nowMs - dice.between(2, 20) * hourMs })

  if (used.length === 0) return
  let endedMs = nowMs
  for (let index = 0; index < count - whole.length; index++) {
    const { region, pool } = used[(index * 5) % used.length]! // modulo its length
    const desktop = pool.extra.desktops.values().toArray()[dice.whole(0, pool.extra.desktops.size - 1)]
    endedMs -= dice.between(0.2, 7) * hourMs
    const work = finishedWorks[index % finishedWorks.length]! // modulo its length
    const lines = index < finishedWorks.length ? work.lines : Math.min(work.lines, mostLinesOfOlderWork)
    recordWork(world, dice, region, { ...work, lines, pool, endedMs, ...(desktop && { desktop }) })
  }
}
