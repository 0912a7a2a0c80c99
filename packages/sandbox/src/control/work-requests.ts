import type { DelegateAccessControl, Desktops } from '@gatehouse/oci-api'
import { incorrectState, invalidParameter } from '../fault.ts'
import type { FinalStatus } from '../world/work.ts'
import { endWork } from '../world/work.ts'
import type { Region, World, WorkRequestRow } from '../world/world.ts'
import { requireCompartment, requireRegion } from './places.ts'

/** A work request that stands still until it is told to go on, so that a test can say what its log holds. */
export interface WantedWorkRequest {
  service: 'desktops' | 'delegate-access-control'
  /** The home region unless named. */
  region?: string
  /** `desktops-engineering` (desktops) or `exadata-production` unless named. */
  compartment?: string
  operationType?: Desktops.OperationType | DelegateAccessControl.OperationType
  /** What it works on; a desktop pool (or delegation control) of that compartment, unless named. */
  resourceId?: string
  /** Log lines it has from the beginning, 250 ms apart, the last one just written. */
  lines?: number
}

export interface WorkError {
  /** `InternalServerError` unless named. */
  code?: string
  message: string
}

const lineMs = 250

/** One that is IN_PROGRESS. */
export function createWorkRequest(world: World, wanted: WantedWorkRequest): WorkRequestRow {
  const region = requireRegion(world, wanted.region)
  const isDesktops = wanted.service === 'desktops'
  const compartment = requireCompartment(
    world,
    wanted.compartment ?? (isDesktops ? 'desktops-engineering' : 'exadata-production'),
  )
  const lines = wanted.lines ?? 0
  const beginMs = world.clock.ms() - lines * lineMs
  const id = world.ocid(isDesktops ? 'desktopworkrequest' : 'delegateaccesscontrolworkrequest', region.name)
  const began = new Date(beginMs).toISOString()
  const touched = resource(region, wanted, compartment)
  const row: WorkRequestRow = world.row(
    region,
    id,
    compartment,
    {
      id,
      compartmentId: compartment,
      operationType: wanted.operationType ?? (isDesktops ? 'UPDATE_DESKTOP_POOL' : 'UPDATE_DELEGATION_CONTROL'),
      status: 'IN_PROGRESS',
      resources: [touched],
      percentComplete: 10,
      timeAccepted: began,
      timeStarted: began,
    },
    {
      service: wanted.service,
      logs: Array.from({ length: lines }, (_, index) => ({
        message: `Step ${index + 1} of the work is done`,
        timestamp: new Date(beginMs + (index + 1) * lineMs).toISOString(),
      })),
      errors: [],
      work: { resources: [{ ...touched, actionType: 'UPDATED' }], steps: [], done: 0, standsStill: true },
    },
  )
  return region.workRequests.insert(row)
}

function resource(region: Region, wanted: WantedWorkRequest, compartment: string): Desktops.WorkRequestResource {
  const table = wanted.service === 'desktops' ? region.desktopPools : region.delegationControls
  const entityType = wanted.service === 'desktops' ? 'desktoppool' : 'delegationcontrol'
  const rows: { id: string; compartmentId: string }[] = [...table.values()]
  const identifier = wanted.resourceId ?? rows.find((row) => row.compartmentId === compartment)?.id ?? compartment
  return { entityType, actionType: 'IN_PROGRESS', identifier }
}

/** Writes lines into its log at the present moment. */
export function addLog(world: World, id: string, lines: string[]): void {
  const timestamp = world.clock.now().toISOString()
  const row = find(world, id)
  for (const message of lines) row.extra.logs.push({ message, timestamp })
}

export function addErrors(world: World, id: string, errors: WorkError[]): void {
  const timestamp = world.clock.now().toISOString()
  const row = find(world, id)
  for (const error of errors) row.extra.errors.push({ ...withCode(error), timestamp })
}

export const withCode = ({ code = 'InternalServerError', message }: WorkError) => ({ code, message })

/** Ends it. Throws IncorrectState when it has ended already, or is called off. */
export function finish(world: World, id: string, status: FinalStatus): void {
  const row = find(world, id)
  if (row.wire.timeFinished) throw incorrectState(`The work request has ended with ${row.wire.status}`)
  if (row.wire.status === 'CANCELING') throw incorrectState('The work request is CANCELING, and ends by itself')
  if (status === 'NEEDS_ATTENTION' && row.extra.service === 'desktops')
    throw invalidParameter('Work requests of desktops are never NEEDS_ATTENTION')
  endWork(world, row, status)
}

function find(world: World, id: string): WorkRequestRow {
  for (const region of world.regions.values()) {
    const row = region.workRequests.find(id)
    if (row) return row
  }
  throw invalidParameter(`There is no work request ${id}`)
}
