import type { DelegateAccessControl } from '@gatehouse/oci-api'
import type { Region, WorkRequestRow, World } from '../../../world/world.ts'

/** A work request that has ended before the world began. */
export interface PastWork {
  operationType: DelegateAccessControl.OperationType
  compartmentId: string
  /** With the action each ends in; a failed work request shows FAILED. */
  resources: DelegateAccessControl.WorkRequestResource[]
  acceptedAtMs: number
  tookMs: number
  messages: string[]
  status?: 'SUCCEEDED' | 'FAILED' | 'NEEDS_ATTENTION'
  errors?: { code: string; message: string }[]
}

/** Puts it into the world; its log lines are spread evenly over the time it took, its errors come with the last. */
export function insertPastWork(world: World, region: Region, past: PastWork): WorkRequestRow {
  const { status = 'SUCCEEDED', errors = [], messages, acceptedAtMs, tookMs } = past
  const time = (part: number) => new Date(acceptedAtMs + tookMs * part).toISOString()
  const id = world.ocid('delegateaccesscontrolworkrequest', region.name)
  const wire: DelegateAccessControl.WorkRequest = {
    id,
    compartmentId: past.compartmentId,
    operationType: past.operationType,
    status,
    resources:
      status === 'SUCCEEDED'
        ? past.resources
        : past.resources.map((one) => ({ ...one, actionType: unfinished[status] })),
    percentComplete: status === 'SUCCEEDED' ? 100 : Math.round((100 * messages.length) / (messages.length + 3)),
    timeAccepted: time(0),
    timeStarted: time(0.02),
    ...(status === 'NEEDS_ATTENTION' ? {} : { timeFinished: time(1) }),
  }
  return region.workRequests.insert(
    world.row(region, id, past.compartmentId, wire, {
      service: 'delegate-access-control' as const,
      logs: messages.map((message, place) => ({ message, timestamp: time((place + 1) / (messages.length + 1)) })),
      errors: errors.map((error, place) => ({ ...error, timestamp: time(1 - (errors.length - place) * 0.004) })),
    }),
  )
}

const unfinished = { FAILED: 'FAILED', NEEDS_ATTENTION: 'IN_PROGRESS' } as const
