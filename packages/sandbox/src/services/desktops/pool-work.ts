import type { Desktops } from '@gatehouse/oci-api'
import { errand, runErrand } from '../../world/errand.ts'
import type { Errand } from '../../world/errand.ts'
import type { Step, Work } from '../../world/work.ts'
import { startWork, whicheverEnd } from '../../world/work.ts'
import type { DesktopPoolRow, Region, World, WorkRequestRow } from '../../world/world.ts'
import type { AboutPool } from './about.ts'
import { aboutPool, poolOf } from './about.ts'
import { planAll } from './connection.ts'
import { poolResource } from './resources.ts'
import { watchSessions } from './sessions.ts'
import { replenish } from './standby.ts'
import { takeFailure } from './states.ts'

type State = Desktops.LifecycleState

/** When the work began and how fast it goes, where that is not "now" and "at the world's pace". */
export type Tempo = Pick<Work, 'begun' | 'paceMs'>

export interface PoolWork {
  operationType: Desktops.OperationType
  actionType: Desktops.ActionType
  /** The pool's state from now to the end. */
  during: State
  /** Its state when all went well; when left out ACTIVE, or INACTIVE while the time it is to open has not come. */
  after?: State
  /** Its state when the work failed or was cancelled; what it was before unless said otherwise. */
  otherwise?: State
  steps: Step[]
  onSuccess?: Errand
  /** Clears up after a failure or a cancellation. */
  undo?: Errand
}

/** Starts work that changes the pool; it is the only one until it has ended. */
export function workOnPool(
  world: World,
  region: Region,
  pool: DesktopPoolRow,
  work: PoolWork,
  tempo: Tempo = {},
): WorkRequestRow {
  const otherwise = work.otherwise ?? pool.wire.lifecycleState
  region.desktopPools.change(pool, { lifecycleState: work.during })

  // startWork only writes down what is behind it; what those steps did must be so as well
  for (const step of work.steps.slice(0, tempo.begun?.steps ?? 0)) runErrand(world, step.act)

  const about = aboutPool(pool)
  const turnBack = poolWorkUndone({ ...about, state: otherwise, undo: work.undo })
  const row = startWork(world, region, {
    service: 'desktops',
    operationType: work.operationType,
    compartmentId: pool.compartmentId,
    resources: [poolResource(pool, work.actionType)],
    steps: work.steps,
    ...tempo,
    onSuccess: poolWorkDone({ ...about, state: work.after, first: work.onSuccess }),
    ends: whicheverEnd(turnBack),
    ...takeFailure(pool, work.steps.length),
  })
  pool.extra.workRequestId = row.id
  return row
}

const poolWorkDone = errand<AboutPool & { state?: State; first?: Errand }>(
  'desktops/pool-work-done',
  (world, { state, first, ...about }) => {
    runErrand(world, first)
    const found = poolOf(world, about)
    if (!found) return
    const { region, pool } = found
    settle(world, region, pool, state ?? (isOpen(pool, world.clock.ms()) ? 'ACTIVE' : 'INACTIVE'))
  },
)

const poolWorkUndone = errand<AboutPool & { state: State; undo?: Errand }>(
  'desktops/pool-work-undone',
  (world, { state, undo, ...about }) => {
    runErrand(world, undo)
    const found = poolOf(world, about)
    if (found) settle(world, found.region, found.pool, state)
  },
)

/** Whether the time it is to open has come. */
export const isOpen = ({ wire: { timeStartScheduled } }: DesktopPoolRow, nowMs: number): boolean =>
  timeStartScheduled === undefined || Date.parse(timeStartScheduled) <= nowMs

function settle(world: World, region: Region, pool: DesktopPoolRow, lifecycleState: State) {
  delete pool.extra.workRequestId
  region.desktopPools.change(pool, { lifecycleState })
  planAll(world, region, pool)
  replenish(world, region, pool)
  watchSessions(world, region, pool)
  const next = pool.extra.afterWork
  delete pool.extra.afterWork
  runErrand(world, next)
}
