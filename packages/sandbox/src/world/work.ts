import type { DelegateAccessControl, Desktops } from '@gatehouse/oci-api'
import { errand, runErrand } from './errand.ts'
import type { Errand } from './errand.ts'
import type { Region, World, WorkRequestRow } from './world.ts'

type Resource = DelegateAccessControl.WorkRequestResource

export interface Step {
  message: string
  /** Further lines, logged together with it. */
  details?: string[]
  /** What it does. */
  act?: Errand
  /** Not before this moment in milliseconds; until then the work is WAITING. */
  notBeforeMs?: number
}

/** A job to be done step by step at the world's pace. */
export interface Work {
  service: 'desktops' | 'delegate-access-control'
  operationType: Desktops.OperationType | DelegateAccessControl.OperationType
  compartmentId: string
  /**
   * What it touches; `actionType` is what it will be when the work is done: shown as IN_PROGRESS until then, but for
   * what is only RELATED.
   */
  resources: Resource[]
  /** One log line per step, in order; `act` happens with it. */
  steps: Step[]
  /** How many steps lie behind it already, and when it was accepted, for a world that begins in the middle of things. */
  begun?: { steps: number; acceptedAtMs: number }
  /** Mean milliseconds between two steps; the world's pace when left out. */
  paceMs?: number
  /** Happens when the last step is done, before the status says SUCCEEDED. */
  onSuccess?: Errand
  /** Makes it end badly after `afterSteps` steps. `attention` leaves it in NEEDS_ATTENTION (Delegate Access Control only). */
  failure?: {
    afterSteps: number
    errors: { code: string; message: string }[]
    attention?: boolean
  }
  /** What happens with each end that is not a good one, whether it comes by itself, by a call or by hand. */
  ends?: BadEnds
}

/** What is still to be done on a work request, as its row keeps it until it has ended. */
export interface RunningWork extends Pick<Work, 'steps' | 'resources' | 'paceMs' | 'onSuccess' | 'failure' | 'ends'> {
  /** How many steps are done. */
  done: number
  /** What the clock will take it on with. */
  due?: number
  /** It waits to be ended by hand, and a cancellation ends it at once. */
  standsStill?: true
}

/** Ends that the service can come to. */
export type FinalStatus = 'SUCCEEDED' | BadEnd

type BadEnd = 'FAILED' | 'CANCELED' | 'NEEDS_ATTENTION'

export type BadEnds = Partial<Record<BadEnd, Errand>>

/** The same happens however badly it ends. */
export const whicheverEnd = (what: Errand): BadEnds => ({ FAILED: what, CANCELED: what, NEEDS_ATTENTION: what })

/**
 * Accepts the work: the row exists at once in ACCEPTED, then moves through IN_PROGRESS to its end by the clock, a step
 * every `paceMs` (jittered by the world's random), percentages growing to 100.
 */
export function startWork(world: World, region: Region, work: Work): WorkRequestRow {
  const { service, operationType, compartmentId, resources, steps, begun, ...rest } = work
  const id = world.ocid(service === 'desktops' ? 'desktopworkrequest' : 'delegateaccesscontrolworkrequest', region.name)
  const row: WorkRequestRow = world.row(
    region,
    id,
    compartmentId,
    {
      id,
      compartmentId,
      operationType,
      status: 'ACCEPTED',
      resources: resources.map((resource) => ({ ...resource, actionType: meanwhile(resource) })),
      percentComplete: 0,
      timeAccepted: world.clock.now().toISOString(),
    },
    { service, logs: [], errors: [], work: { resources, steps, done: 0, ...rest } },
  )
  region.workRequests.insert(row)
  if (begun) recall(world, region, row, begun)
  goOnLater(world, row)
  return row
}

const meanwhile = ({ actionType }: Resource) => (actionType === 'RELATED' ? 'RELATED' : 'IN_PROGRESS')

/** Whether it can be called off; what is being called off already cannot. */
export const isCancellable = ({ wire, extra }: WorkRequestRow): boolean =>
  extra.work !== undefined && wire.status !== 'CANCELING'

/** Stops what is still to come: CANCELING, then CANCELED by the clock. Nothing when it cannot be called off. */
export function cancelWork(world: World, row: WorkRequestRow): void {
  const { work } = row.extra
  if (!work || !isCancellable(row)) return
  if (work.standsStill) {
    endWork(world, row, 'CANCELED')
    return
  }
  world.clock.callOff(work.due)
  regionOf(world, row).workRequests.change(row, { status: 'CANCELING' })
  work.due = world.clock.after(pace(world, row), canceled(about(row)))
}

/** The same where other work takes over, which will say how things are: nothing happens with this one's end. */
export function supersedeWork(world: World, row: WorkRequestRow): void {
  if (row.extra.work) delete row.extra.work.ends
  cancelWork(world, row)
}

/** Brings it to that end now, whatever was still to come. What it did so far stays done; a good end does the rest. */
export function endWork(world: World, row: WorkRequestRow, status: FinalStatus): void {
  const { work } = row.extra
  if (work) {
    world.clock.callOff(work.due)
    if (status === 'SUCCEEDED') {
      for (const step of work.steps.slice(work.done)) take(world, row, step)
      runErrand(world, work.onSuccess)
    } else runErrand(world, work.ends?.[status])
  }
  writeEnd(world, row, status)
}

/** How long work that has ended can be read; OCI keeps that of other services for half a day to a day. */
const keptMs = 7 * 86_400_000

interface About {
  region: string
  workRequestId: string
}

const about = (row: WorkRequestRow): About => ({ region: row.region, workRequestId: row.id })

const nextStep = errand<About>('work/next-step', (world, { region, workRequestId }) => {
  const row = world.regions.get(region)?.workRequests.find(workRequestId)
  if (row) advance(world, row)
})

const canceled = errand<About>('work/canceled', (world, { region, workRequestId }) => {
  const row = world.regions.get(region)?.workRequests.find(workRequestId)
  if (!row) return
  log(world, row, 'Canceled')
  runErrand(world, row.extra.work?.ends?.CANCELED)
  writeEnd(world, row, 'CANCELED')
})

function advance(world: World, row: WorkRequestRow): void {
  const { work } = row.extra
  if (!work) return
  const table = regionOf(world, row).workRequests
  if (row.wire.status !== 'IN_PROGRESS') {
    table.change(row, { status: 'IN_PROGRESS', timeStarted: row.wire.timeStarted ?? world.clock.now().toISOString() })
  }
  const { failure, steps, done } = work
  if (failure && done >= failure.afterSteps) {
    fail(world, row, failure)
    return
  }
  const step = steps[done]
  if (!step) {
    runErrand(world, work.onSuccess)
    writeEnd(world, row, 'SUCCEEDED')
    return
  }
  const waitMs = (step.notBeforeMs ?? 0) - world.clock.ms()
  if (waitMs > 0) {
    table.change(row, { status: 'WAITING' })
    work.due = world.clock.after(waitMs, nextStep(about(row)))
    return
  }
  take(world, row, step)
  work.done += 1
  table.change(row, { percentComplete: percent(work) })
  goOnLater(world, row)
}

function take(world: World, row: WorkRequestRow, { message, details = [], act }: Step) {
  for (const line of [message, ...details]) log(world, row, line)
  runErrand(world, act)
}

function fail(world: World, row: WorkRequestRow, failure: NonNullable<Work['failure']>) {
  const timestamp = world.clock.now().toISOString()
  for (const error of failure.errors) row.extra.errors.push({ ...error, timestamp })
  log(world, row, failure.attention ? 'Waiting for attention' : 'The work request failed')
  const status = failure.attention ? 'NEEDS_ATTENTION' : 'FAILED'
  runErrand(world, row.extra.work?.ends?.[status])
  writeEnd(world, row, status)
}

/** The status, and what of it the resources show. What needs attention has not ended for good, but nothing goes on. */
function writeEnd(world: World, row: WorkRequestRow, status: FinalStatus) {
  const resources = row.extra.work?.resources ?? row.wire.resources
  const now = world.clock.now().toISOString()
  delete row.extra.work
  regionOf(world, row).workRequests.change(row, {
    status: status as Desktops.OperationStatus, // NEEDS_ATTENTION only where the service has it
    percentComplete: status === 'SUCCEEDED' ? 100 : row.wire.percentComplete,
    resources: resources.map((resource) => ({ ...resource, actionType: actionAfter(status, resource) })),
    // what was called off before its first step never started
    ...(status === 'CANCELED' ? {} : { timeStarted: row.wire.timeStarted ?? now }),
    ...(status === 'NEEDS_ATTENTION' ? {} : { timeFinished: now }),
  })
  if (row.wire.timeFinished) world.clock.after(keptMs, forgotten(about(row)))
}

const forgotten = errand<About>('work/forgotten', (world, { region, workRequestId }) =>
  world.regions.get(region)?.workRequests.remove(workRequestId),
)

function actionAfter(status: FinalStatus, resource: Resource) {
  if (status === 'SUCCEEDED' || resource.actionType === 'RELATED') return resource.actionType
  return status === 'NEEDS_ATTENTION' ? 'IN_PROGRESS' : 'FAILED'
}

/** Writes down what was done before the world began, evenly spread between its acceptance and now. */
function recall(
  world: World,
  region: Region,
  row: WorkRequestRow,
  { steps, acceptedAtMs }: NonNullable<Work['begun']>,
) {
  const { work, logs } = row.extra
  if (!work) return
  const gapMs = (world.clock.ms() - acceptedAtMs) / (steps + 1)
  const at = (place: number) => new Date(acceptedAtMs + gapMs * place).toISOString()
  for (const { message, details = [] } of work.steps.slice(0, steps)) {
    work.done += 1
    for (const line of [message, ...details]) logs.push({ message: line, timestamp: at(work.done) })
  }
  region.workRequests.change(row, {
    timeAccepted: at(0),
    status: 'IN_PROGRESS',
    timeStarted: at(1),
    percentComplete: percent(work),
  })
}

function goOnLater(world: World, row: WorkRequestRow) {
  const { work } = row.extra
  if (work) work.due = world.clock.after(pace(world, row), nextStep(about(row)))
}

const pace = (world: World, { extra }: WorkRequestRow) =>
  (extra.work?.paceMs ?? world.options.paceMs) * (0.5 + world.random())

/** 100 is only said of work that has ended well. */
const percent = ({ done, steps }: RunningWork) => Math.floor((100 * done) / (steps.length + 1))

const log = (world: World, { extra }: WorkRequestRow, message: string) =>
  extra.logs.push({ message, timestamp: world.clock.now().toISOString() })

function regionOf(world: World, row: WorkRequestRow): Region {
  const region = world.regions.get(row.region)
  if (!region) throw new Error(`The work request ${row.id} is in ${row.region}, which the world does not have.`)
  return region
}
