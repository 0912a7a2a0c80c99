import type { DelegateAccessControl, Desktops } from '@gatehouse/oci-api'
import type { Region, World, WorkRequestRow } from './world.ts'

type Resource = DelegateAccessControl.WorkRequestResource

export interface Step {
  message: string
  /** Further lines, logged together with it. */
  details?: string[]
  act?: () => void
  /** Not before this moment in milliseconds; until then the work is WAITING. */
  notBeforeMs?: number
}

/** A job to be done step by step at the world's pace. */
export interface Work {
  service: 'desktops' | 'delegate-access-control'
  operationType: Desktops.OperationType | DelegateAccessControl.OperationType
  compartmentId: string
  /** What it touches; `actionType` is what it will be when the work is done: shown as IN_PROGRESS until then. */
  resources: Resource[]
  /** One log line per step, in order; `act` happens with it. */
  steps: Step[]
  /** How many steps lie behind it already, and when it was accepted, for a world that begins in the middle of things. */
  begun?: { steps: number; acceptedAtMs: number }
  /** Mean milliseconds between two steps; the world's pace when left out. */
  paceMs?: number
  /** Runs when the last step is done, before the status says SUCCEEDED. */
  onSuccess?: () => void
  /** Makes it end badly after `afterSteps` steps. `attention` leaves it in NEEDS_ATTENTION (Delegate Access Control only). */
  failure?: {
    afterSteps: number
    errors: { code: string; message: string }[]
    attention?: boolean
    onFailure?: () => void
  }
  onCancel?: () => void
}

/**
 * Accepts the work: the row exists at once in ACCEPTED, then moves through IN_PROGRESS to its end by the clock, a step
 * every `paceMs` (jittered by the world's random), percentages growing to 100.
 */
export function startWork(world: World, region: Region, work: Work): WorkRequestRow {
  const { clock, options } = world
  const id = world.ocid(
    work.service === 'desktops' ? 'desktopworkrequest' : 'delegateaccesscontrolworkrequest',
    region.name,
  )
  const row: WorkRequestRow = world.row(
    region,
    id,
    work.compartmentId,
    {
      id,
      compartmentId: work.compartmentId,
      operationType: work.operationType,
      status: 'ACCEPTED',
      resources: work.resources.map((resource) => ({ ...resource, actionType: 'IN_PROGRESS' })),
      percentComplete: 0,
      timeAccepted: clock.now().toISOString(),
    },
    { service: work.service, logs: [], errors: [] },
  )
  region.workRequests.insert(row)

  const table = region.workRequests
  const now = () => clock.now().toISOString()
  const pace = () => (work.paceMs ?? options.paceMs) * (0.5 + world.random())
  const log = (message: string) => row.extra.logs.push({ message, timestamp: now() })
  let step = 0

  /** Writes down what was done before the world began, evenly spread between its acceptance and now. */
  function recall({ steps, acceptedAtMs }: { steps: number; acceptedAtMs: number }) {
    const gapMs = (clock.ms() - acceptedAtMs) / (steps + 1)
    const at = (place: number) => new Date(acceptedAtMs + gapMs * place).toISOString()
    for (const { message, details = [] } of work.steps.slice(0, steps)) {
      step += 1
      for (const line of [message, ...details]) row.extra.logs.push({ message: line, timestamp: at(step) })
    }
    table.change(row, { timeAccepted: at(0), status: 'IN_PROGRESS', timeStarted: at(1), percentComplete: percent() })
  }

  const percent = () => Math.round((100 * step) / (work.steps.length + 1))

  function end(status: 'SUCCEEDED' | 'FAILED' | 'NEEDS_ATTENTION' | 'CANCELED') {
    delete row.extra.cancel
    table.change(row, {
      status: status as Desktops.OperationStatus, // NEEDS_ATTENTION only where the service has it
      percentComplete: status === 'SUCCEEDED' ? 100 : row.wire.percentComplete,
      resources: work.resources.map((resource) => ({
        ...resource,
        actionType:
          status === 'SUCCEEDED' ? resource.actionType : status === 'NEEDS_ATTENTION' ? 'IN_PROGRESS' : 'FAILED',
      })),
      ...(status === 'NEEDS_ATTENTION' ? {} : { timeFinished: now() }),
    })
  }

  function advance() {
    if (row.wire.status !== 'IN_PROGRESS') {
      table.change(row, { status: 'IN_PROGRESS', timeStarted: row.wire.timeStarted ?? now() })
    }
    if (work.failure && step >= work.failure.afterSteps) {
      for (const error of work.failure.errors) row.extra.errors.push({ ...error, timestamp: now() })
      log(work.failure.attention ? 'Waiting for attention' : 'The work request failed')
      work.failure.onFailure?.()
      end(work.failure.attention ? 'NEEDS_ATTENTION' : 'FAILED')
      return
    }
    const current = work.steps[step]
    if (!current) {
      work.onSuccess?.()
      end('SUCCEEDED')
      return
    }
    const waitMs = (current.notBeforeMs ?? 0) - clock.ms()
    if (waitMs > 0) {
      table.change(row, { status: 'WAITING' })
      callOff = clock.after(waitMs, advance)
      return
    }
    for (const line of [current.message, ...(current.details ?? [])]) log(line)
    current.act?.()
    step += 1
    table.change(row, { percentComplete: percent() })
    callOff = clock.after(pace(), advance)
  }

  if (work.begun) recall(work.begun)
  let callOff = clock.after(pace(), advance)
  row.extra.cancel = () => {
    callOff()
    table.change(row, { status: 'CANCELING' })
    delete row.extra.cancel
    clock.after(pace(), () => {
      log('Canceled')
      work.onCancel?.()
      end('CANCELED')
    })
  }
  return row
}
