import type { Desktops } from '@gatehouse/oci-api'
import type { Step } from '../../world/work.ts'
import { startWork } from '../../world/work.ts'
import type { Region, World, WorkRequestRow } from '../../world/world.ts'
import { poolResource } from './resources.ts'

export interface DemoWorkRequest {
  compartmentId: string
  /** Log lines it has at once, a second apart up to the present. */
  lines?: number
  /** Log lines still to come, one per step. */
  linesToCome?: number
  /** Mean milliseconds between two steps; the world's pace when left out. An hour makes it stand still. */
  paceMs?: number
  /** With errors it ends FAILED, without them SUCCEEDED. */
  errors?: { code: string; message: string }[]
  operationType?: Desktops.OperationType
  /** The pool it says it works on; nothing is done to it. */
  poolId?: string
}

/** A running work request that changes nothing, for tests and demonstrations of its log. */
export function startDemoWorkRequest(world: World, region: Region, demo: DemoWorkRequest): WorkRequestRow {
  const { compartmentId, lines = 20, linesToCome = 1000, paceMs, errors } = demo
  const steps: Step[] = Array.from({ length: lines + linesToCome }, (_, place) => ({
    message: `Line ${place + 1} of a demonstration`,
  }))
  const poolId = demo.poolId ?? region.desktopPools.values().find((pool) => pool.compartmentId === compartmentId)?.id
  return startWork(world, region, {
    service: 'desktops',
    operationType: demo.operationType ?? 'UPDATE_DESKTOP_POOL',
    compartmentId,
    resources: [poolResource({ id: poolId ?? world.ocid('desktoppool', region.name) }, 'UPDATED')],
    steps,
    begun: { steps: lines, acceptedAtMs: world.clock.ms() - (lines + 1) * 1000 },
    ...(paceMs !== undefined && { paceMs }),
    ...(errors && { failure: { afterSteps: steps.length, errors } }),
  })
}

/** Writes lines into the log of a work request, dated now. Throws NotAuthorizedOrNotFound when the region has no such one. */
export function addWorkRequestLines(world: World, region: Region, workRequestId: string, messages: string[]): void {
  const { logs } = region.workRequests.get(workRequestId).extra
  const timestamp = world.clock.now().toISOString()
  for (const message of messages) logs.push({ message, timestamp })
}
