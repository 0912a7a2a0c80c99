import type { Desktops } from '@gatehouse/oci-api'
import type { DesktopPoolRow, DesktopRow, Region, World, WorkRequestRow } from '../../../world/world.ts'
import { desktopResource, poolResource } from '../resources.ts'
import type { Dice } from './dice.ts'
import { failures, startLines } from './log-lines.ts'

const minuteMs = 60_000

/** A work request of the past. */
export interface FinishedWork {
  operationType: Desktops.OperationType
  status: 'SUCCEEDED' | 'FAILED' | 'CANCELED'
  lines: number
  errors?: (keyof typeof failures)[]
}

const actionTypes: Partial<Record<Desktops.OperationType, Desktops.ActionType>> = {
  CREATE_DESKTOP_POOL: 'CREATED',
  DELETE_DESKTOP_POOL: 'DELETED',
  DELETE_DESKTOP: 'DELETED',
}

/** What the last days were like, from today backwards. */
export const finishedWorks: [FinishedWork, ...FinishedWork[]] = [
  { operationType: 'START_DESKTOP_POOL', status: 'SUCCEEDED', lines: 240 },
  { operationType: 'STOP_DESKTOP', status: 'SUCCEEDED', lines: 5 },
  {
    operationType: 'START_DESKTOP_POOL',
    status: 'FAILED',
    lines: 610,
    errors: ['agent', 'capacity', 'agent', 'state'],
  },
  { operationType: 'UPDATE_DESKTOP_POOL', status: 'SUCCEEDED', lines: 22 },
  { operationType: 'START_DESKTOP', status: 'CANCELED', lines: 4 },
  { operationType: 'START_DESKTOP_POOL', status: 'SUCCEEDED', lines: 3004 },
  { operationType: 'STOP_DESKTOP_POOL', status: 'SUCCEEDED', lines: 96 },
  { operationType: 'START_DESKTOP', status: 'FAILED', lines: 12, errors: ['agent'] },
  { operationType: 'UPDATE_DESKTOP', status: 'SUCCEEDED', lines: 3 },
  { operationType: 'DELETE_DESKTOP', status: 'SUCCEEDED', lines: 4 },
  { operationType: 'STOP_DESKTOP_POOL', status: 'CANCELED', lines: 31 },
  { operationType: 'MOVE_DESKTOP_POOL', status: 'SUCCEEDED', lines: 6 },
  { operationType: 'START_DESKTOP_POOL', status: 'SUCCEEDED', lines: 380 },
  { operationType: 'UPDATE_DESKTOP_POOL', status: 'FAILED', lines: 18, errors: ['limit', 'image'] },
]

/** How a pool that is FAILED came to be so. */
export const failedCreation: FinishedWork = {
  operationType: 'CREATE_DESKTOP_POOL',
  status: 'FAILED',
  lines: 24,
  errors: ['image', 'subnet', 'capacity'],
}

export const deletion: FinishedWork = { operationType: 'DELETE_DESKTOP_POOL', status: 'SUCCEEDED', lines: 40 }

/** Puts a work request that has ended into the region; `endedMs` is when. */
export function recordWork(
  world: World,
  dice: Dice,
  region: Region,
  work: FinishedWork & { pool: DesktopPoolRow; desktop?: DesktopRow; endedMs: number },
): WorkRequestRow {
  const { operationType, status, pool, desktop, endedMs } = work
  const takenMs = dice.between(1, 3) * minuteMs + work.lines * dice.between(200, 900)
  const startedMs = endedMs - takenMs
  const iso = (ms: number) => new Date(ms).toISOString()
  const actionType = status === 'SUCCEEDED' ? (actionTypes[operationType] ?? 'UPDATED') : 'FAILED'
  const isOfDesktop = desktop !== undefined && operationType.endsWith('_DESKTOP')
  const id = world.ocid('desktopworkrequest', region.name)
  const wire: Desktops.WorkRequest = {
    id,
    compartmentId: pool.compartmentId,
    operationType,
    status,
    resources: isOfDesktop
      ? [desktopResource(desktop, actionType), poolResource(pool, 'RELATED')]
      : [poolResource(pool, actionType)],
    percentComplete: status === 'SUCCEEDED' ? 100 : dice.whole(15, 90),
    timeAccepted: iso(startedMs - dice.between(800, 4000)),
    timeStarted: iso(startedMs),
    timeFinished: iso(endedMs),
  }
  const texts = textsOf(dice, work, isOfDesktop ? desktop.wire.displayName : pool.wire.displayName)
  const gapMs = takenMs / (texts.length + 1)
  const logs = texts.map((message, place) => ({
    message,
    timestamp: iso(startedMs + gapMs * (place + dice.between(0.1, 0.9))),
  }))
  const causes = work.errors ?? []
  const errors = causes.map((cause, place) => ({
    ...failures[cause],
    timestamp: iso(startedMs + (takenMs * (place + 1)) / (causes.length + 1)),
  }))
  return region.workRequests.insert(
    world.row(region, id, pool.compartmentId, wire, { service: 'desktops', logs, errors }),
  )
}

function textsOf(
  dice: Dice,
  { operationType, status, pool, lines }: FinishedWork & { pool: DesktopPoolRow },
  name: string,
) {
  const verb = operationType.toLowerCase().replaceAll('_', ' ')
  const body = operationType === 'START_DESKTOP_POOL' ? startLines(dice, pool, lines - 2) : plainLines(dice, lines - 2)
  const last = { SUCCEEDED: `Done: ${verb} ${name}`, FAILED: 'The work request failed', CANCELED: 'Canceled' }
  return [`Accepted: ${verb} ${name}`, ...body, last[status]]
}

const plainLines = (dice: Dice, count: number) =>
  Array.from({ length: Math.max(0, count) }, (_, place) =>
    place % 4 === 3
      ? `Waiting for Compute, ${dice.whole(2, 40)} s so far`
      : `Compute answered 200 to call ${place + 1}, state ${dice.oneOf(['STARTING', 'RUNNING', 'STOPPING', 'STOPPED'])}`,
  )
