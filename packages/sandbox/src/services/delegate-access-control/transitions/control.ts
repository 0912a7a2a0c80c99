import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { errand, type Errand } from '../../../world/errand.ts'
import type { BadEnds, Step } from '../../../world/work.ts'
import type { DelegationControlRow, Region, WorkRequestRow, World } from '../../../world/world.ts'
import { aboutControl, controlOf, type AboutControl } from '../about.ts'
import { startControlWork } from '../delegation-work.ts'
import { vmCluster } from '../vm-clusters.ts'

type ResourceStatus = NonNullable<DelegateAccessControl.DelegationControlResourceSummary['resourceStatus']>

/** A control whose name holds one of these ends so, for whoever wants to see it happen. */
const endings = { 'ends-in-needs-attention': 'NEEDS_ATTENTION', 'ends-in-failed': 'FAILED' } as const

/**
 * Applies the control to its resources one by one, those it lost included: CREATING or UPDATING until the work has ended,
 * then ACTIVE, or as the name asks for.
 */
export function applyControl(world: World, region: Region, row: DelegationControlRow, verb: 'CREATE' | 'UPDATE') {
  const { extra, wire } = row
  const wanted = wire.resourceIds ?? []
  const lost = extra.resources.flatMap(({ id = '' }) => (wanted.includes(id) ? [] : [id]))
  const isUpdate = (id: string) => extra.resources.some((resource) => resource.id === id)
  const updated = wanted.filter(isUpdate)
  const added = wanted.filter((id) => !isUpdate(id))
  extra.resources = [
    ...extra.resources.filter(({ id = '' }) => wanted.includes(id)),
    ...lost.map((id) => ({ id, resourceStatus: 'DELETING' as const })),
    ...added.map((id) => ({ id, resourceStatus: 'CREATED' as const })),
  ]

  const about = aboutControl(row)
  const set = (resourceId: string, status: ResourceStatus) => resourceSet({ ...about, resourceId, status })
  const steps: Step[] = [
    { message: `Checked ${wire.delegationSubscriptionIds?.length ?? 0} subscriptions and the notification topic` },
    ...added.flatMap((id) => applySteps(id, set(id, 'APPLYING'), set(id, 'APPLIED'))),
    ...updated.flatMap((id) => applySteps(id, set(id, 'UPDATING'), set(id, 'APPLIED'))),
    ...lost.map((resourceId) => ({
      message: `Released ${vmCluster(resourceId).name}`,
      act: resourceDropped({ ...about, resourceId }),
    })),
    { message: 'Stored the delegation control' },
  ]
  const ending = endingOf(wire.displayName)
  return startControlWork(world, region, wire, {
    verb,
    steps,
    onSuccess: controlSettled({ ...about, patch: { lifecycleState: 'ACTIVE' } }),
    ends: badEnds(about),
    ...(ending
      ? {
          failure: {
            afterSteps: Math.min(2, steps.length - 1),
            attention: ending === 'NEEDS_ATTENTION',
            errors: applyErrors(wire),
          },
        }
      : {}),
  })
}

/** DELETING, then DELETED by the clock; the record stays for audit. */
export function closeControl(world: World, region: Region, row: DelegationControlRow, reason?: string): WorkRequestRow {
  const ids = row.extra.resources.map(({ id = '' }) => id)
  const about = aboutControl(row)
  const set = (resourceId: string, status: ResourceStatus) => resourceSet({ ...about, resourceId, status })
  for (const id of ids) setResource(row, id, 'DELETING')
  settleControl(world, region, row, { lifecycleState: 'DELETING', lifecycleStateDetails: reason })
  return startControlWork(world, region, row.wire, {
    verb: 'DELETE',
    steps: [
      { message: reason ? `Deletion was asked for: ${reason}` : 'Deletion was asked for' },
      ...ids.map((id) => ({ message: `Released ${vmCluster(id).name}`, act: set(id, 'DELETED') })),
    ],
    onSuccess: controlDeleted({ ...about, reason }),
    ends: badEnds(about),
  })
}

/** UPDATING, then in the other compartment and as it was before. */
export function moveControl(world: World, region: Region, row: DelegationControlRow, compartmentId: string) {
  const before = row.wire.lifecycleState
  const lifecycleStateDetails = row.wire.lifecycleStateDetails
  const work = startControlWork(world, region, row.wire, {
    verb: 'MOVE',
    steps: [{ message: `Checked the policies of compartment ${compartmentId}` }, { message: 'Moved the control' }],
    onSuccess: controlSettled({
      ...aboutControl(row),
      patch: { lifecycleState: before, lifecycleStateDetails, compartmentId },
    }),
    ends: badEnds(aboutControl(row)),
  })
  settleControl(world, region, row, { lifecycleState: 'UPDATING' })
  return work
}

export const endingOf = (displayName: string) =>
  Object.entries(endings).find(([words]) => displayName.includes(words))?.[1]

export const applyErrors = ({ resourceIds = [] }: DelegateAccessControl.DelegationControl) => {
  const { name, hostnames } = vmCluster(resourceIds.at(-1) ?? '')
  return [
    {
      code: 'AgentNotReachable',
      message: `${hostnames.at(-1)}: the delegation agent did not answer within 120 seconds.`,
    },
    { code: 'ApplyFailed', message: `The control could not be applied to ${name}; check its network security rules.` },
  ]
}

function settleControl(
  world: World,
  region: Region,
  row: DelegationControlRow,
  patch: Partial<DelegateAccessControl.DelegationControl>,
) {
  const timeUpdated = world.clock.now().toISOString()
  region.delegationControls.change(row, { lifecycleStateDetails: undefined, timeUpdated, ...patch })
}

function applySteps(id: string, begin: Errand, finish: Errand): Step[] {
  const { name, hostnames } = vmCluster(id)
  return [
    { message: `Applying to ${name}`, act: begin },
    ...hostnames.map((host) => ({ message: `${host}: the delegation agent took the control over` })),
    { message: `Applied to ${name}`, act: finish },
  ]
}

type Patch = Partial<DelegateAccessControl.DelegationControl>

/** The end of work on a control: its state, and whatever else has come of it. */
export const controlSettled = errand<AboutControl & { patch: Patch }>(
  'delegate-access-control/control-settled',
  (world, { patch, ...about }) => {
    const { region, row } = controlOf(world, about)
    settleControl(world, region, row, patch)
  },
)

const controlDeleted = errand<AboutControl & { reason?: string }>(
  'delegate-access-control/control-deleted',
  (world, { reason, ...about }) => {
    const { region, row } = controlOf(world, about)
    const timeDeleted = world.clock.now().toISOString()
    settleControl(world, region, row, { lifecycleState: 'DELETED', lifecycleStateDetails: reason, timeDeleted })
  },
)

/** What becomes of a resource when the work stops before its turn has come, or in the middle of it. */
const unfinished: Partial<Record<ResourceStatus, ResourceStatus>> = {
  CREATED: 'APPLY_FAILED',
  APPLYING: 'APPLY_FAILED',
  UPDATING: 'UPDATE_FAILED',
  DELETING: 'DELETION_FAILED',
}

const controlNotApplied = errand<AboutControl & { ending: 'NEEDS_ATTENTION' | 'FAILED' }>(
  'delegate-access-control/control-not-applied',
  (world, { ending, ...about }) => {
    const { region, row } = controlOf(world, about)
    for (const { id = '', resourceStatus = 'APPLIED' } of row.extra.resources)
      setResource(row, id, unfinished[resourceStatus] ?? resourceStatus)
    const lifecycleStateDetails = 'The control could not be applied to every resource.'
    settleControl(world, region, row, { lifecycleState: ending, lifecycleStateDetails })
  },
)

/** How the control is when work on it does not end well. */
export const badEnds = (about: AboutControl): BadEnds => ({
  FAILED: controlNotApplied({ ...about, ending: 'FAILED' }),
  CANCELED: controlNotApplied({ ...about, ending: 'FAILED' }),
  NEEDS_ATTENTION: controlNotApplied({ ...about, ending: 'NEEDS_ATTENTION' }),
})

type AboutResource = AboutControl & { resourceId: string }

const resourceSet = errand<AboutResource & { status: ResourceStatus }>(
  'delegate-access-control/resource-set',
  (world, { resourceId, status, ...about }) => setResource(controlOf(world, about).row, resourceId, status),
)

const resourceDropped = errand<AboutResource>('delegate-access-control/resource-dropped', (world, about) => {
  const { extra } = controlOf(world, about).row
  extra.resources = extra.resources.filter((resource) => resource.id !== about.resourceId)
})

function setResource({ extra }: DelegationControlRow, id: string, resourceStatus: ResourceStatus) {
  extra.resources = extra.resources.map((resource) => (resource.id === id ? { id, resourceStatus } : resource))
}
