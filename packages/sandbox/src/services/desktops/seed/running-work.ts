import type { DesktopPoolRow, Region, World } from '../../../world/world.ts'
import { provisionPool } from '../create-pool.ts'
import { removePool } from '../delete-pool.ts'
import { startDesktop, stopDesktop } from '../desktop-power.ts'
import { startPool, stopPool } from '../pool-power.ts'
import { inState } from '../power.ts'
import type { PoolPlan } from './pool-plans.ts'

const minuteMs = 60_000

/** What is under way when the world begins lasts a few minutes, however fast the world is otherwise. */
const slowestPaceMs = 15_000

/** Puts a pool whose plan is to be in transit on its way, some minutes into it. */
export function beginTransit(world: World, region: Region, pool: DesktopPoolRow, plan: PoolPlan): void {
  const paceMs = Math.max(world.options.paceMs, slowestPaceMs)
  const since = (minutes: number, steps: number) => ({
    begun: { steps, acceptedAtMs: world.clock.ms() - minutes * minuteMs },
    paceMs,
  })
  if (plan.becoming === 'started') startPool(world, region, pool, 'API', since(3, 5))
  if (plan.becoming === 'stopped') stopPool(world, region, pool, 'API', since(4, 6))
  if (plan.state === 'DELETING') removePool(world, region, pool, true, since(2, 5))
  if (plan.state !== 'CREATING') return
  if (!plan.awaitsCapacity) {
    provisionPool(world, region, pool, since(1, 2))
    return
  }
  const message = `There is capacity for ${pool.wire.shapeName} in ${pool.wire.availabilityDomain} again`
  const notBeforeMs = world.clock.ms() + 25 * minuteMs
  const row = provisionPool(world, region, pool, { ...since(3, 2), before: [{ message, notBeforeMs }] })
  region.workRequests.change(row, { status: 'WAITING' })
}

/** Desktops that somebody just started or stopped one by one. */
export function beginDesktopWork(world: World, region: Region, pool: DesktopPoolRow): void {
  const tempo = { paceMs: Math.max(world.options.paceMs, 4 * slowestPaceMs) }
  const begun = { steps: 1, acceptedAtMs: world.clock.ms() - minuteMs }
  const stopped = inState(pool, 'INACTIVE')[0]
  const running = inState(pool, 'ACTIVE')[0]
  if (stopped) startDesktop(world, region, pool, stopped, { ...tempo, begun })
  if (running) stopDesktop(world, region, pool, running, true, tempo)
}
