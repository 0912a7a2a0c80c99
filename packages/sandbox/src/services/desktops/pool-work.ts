import type { Desktops } from '@gatehouse/oci-api'
import type { Step, Work } from '../../world/work.ts'
import { startWork } from '../../world/work.ts'
import type { DesktopPoolRow, Region, World, WorkRequestRow } from '../../world/world.ts'
import { planAll } from './connection.ts'
import { poolResource } from './resources.ts'
import { replenish } from './standby.ts'

type State = Desktops.LifecycleState

/** When the work began and how fast it goes, where that is not "now" and "at the world's pace". */
export type Tempo = Pick<Work, 'begun' | 'paceMs'>

export interface PoolWork {
  operationType: Desktops.OperationType
  actionType: Desktops.ActionType
  /** The pool's state from now to the end. */
  during: State
  /** Its state when all went well; asked at the end. */
  after: () => State
  /** Its state when the work failed or was cancelled; what it was before unless said otherwise. */
  otherwise?: State
  steps: Step[]
  onSuccess?: () => void
  /** Clears up after a failure or a cancellation. */
  undo?: () => void
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

  function settle(lifecycleState: State) {
    delete pool.extra.workRequestId
    region.desktopPools.change(pool, { lifecycleState })
    planAll(world, region, pool)
    replenish(world, region, pool)
    const next = pool.extra.afterWork
    delete pool.extra.afterWork
    next?.()
  }
  function turnBack() {
    work.undo?.()
    settle(otherwise)
  }

  // startWork only writes down what is behind it; what those steps did must be so as well
  for (const step of work.steps.slice(0, tempo.begun?.steps ?? 0)) step.act?.()

  const errors = pool.extra.nextFailure
  delete pool.extra.nextFailure
  const row = startWork(world, region, {
    service: 'desktops',
    operationType: work.operationType,
    compartmentId: pool.compartmentId,
    resources: [poolResource(pool, work.actionType)],
    steps: work.steps,
    ...tempo,
    onSuccess() {
      work.onSuccess?.()
      settle(work.after())
    },
    onCancel: turnBack,
    ...(errors && { failure: { afterSteps: Math.ceil(work.steps.length / 2), errors, onFailure: turnBack } }),
  })
  pool.extra.workRequestId = row.id
  return row
}
