import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { regionNamed, userNamed } from '../../../world/seed/tenancy.ts'
import type { OperatorControlAssignmentRow, World } from '../../../world/world.ts'
import { deliver, scheduleEnd } from '../assignment-lifecycle.ts'

type Assignment = OperatorAccessControl.OperatorControlAssignment

/** What an operator control of the seed is assigned to. */
export interface AssignmentSeed {
  region: string
  control: string
  resource: string
  state: NonNullable<Assignment['lifecycleState']>
  assignedDaysAgo: number
  /** Governance for a time, in days from now. */
  days?: { from: number; to: number }
  more?: Partial<Assignment>
}

const forwarded = { isLogForwarded: true, remoteSyslogServerAddress: '10.20.4.17', remoteSyslogServerPort: 6514 }

const assignments: readonly AssignmentSeed[] = [
  {
    region: 'eu-frankfurt-1',
    control: 'fra-exadata-production',
    resource: 'exaprd-fra-01',
    state: 'APPLIED',
    assignedDaysAgo: 600,
    more: { ...forwarded, isHypervisorLogForwarded: true, comment: 'Ledger and payments' },
  },
  {
    region: 'eu-frankfurt-1',
    control: 'fra-exadata-production',
    resource: 'exaprd-fra-02',
    state: 'APPLIED',
    assignedDaysAgo: 598,
    more: { ...forwarded, isAutoApproveDuringMaintenance: true, comment: 'Reporting and archive' },
  },
  {
    region: 'eu-frankfurt-1',
    control: 'fra-cloud-exadata-production',
    resource: 'cloudexa-prd-fra-01',
    state: 'APPLIED',
    assignedDaysAgo: 400,
  },
  {
    region: 'eu-frankfurt-1',
    control: 'fra-exadata-staging',
    resource: 'exastg-fra-01',
    state: 'APPLIED',
    assignedDaysAgo: 380,
    more: { isAutoApproveDuringMaintenance: true },
  },
  {
    region: 'eu-frankfurt-1',
    control: 'fra-exadata-staging',
    resource: 'exastg-fra-02',
    state: 'APPLYFAILED',
    assignedDaysAgo: 2,
    more: {
      isLogForwarded: true,
      remoteSyslogServerAddress: 'syslog.staging.invalid',
      remoteSyslogServerPort: 6514,
      errorCode: 5021,
      errorMessage:
        'The syslog server syslog.staging.invalid cannot be reached from the control plane server: host not found',
    },
  },
  {
    region: 'eu-frankfurt-1',
    control: 'fra-exadata-staging',
    resource: 'exastg-fra-03',
    state: 'CREATED',
    assignedDaysAgo: 1,
    days: { from: 3, to: 33 },
    more: { comment: 'For the load tests of next month' },
  },
  {
    region: 'eu-frankfurt-1',
    control: 'fra-autonomous-staging',
    resource: 'avmstg-fra-01',
    state: 'APPLIED',
    assignedDaysAgo: 236,
  },
  {
    region: 'us-ashburn-1',
    control: 'iad-exadata-production',
    resource: 'exaprd-iad-01',
    state: 'APPLIED',
    assignedDaysAgo: 500,
    more: { ...forwarded, isHypervisorLogForwarded: true },
  },
  {
    region: 'us-ashburn-1',
    control: 'iad-compute-staging',
    resource: 'cccstg-iad-01',
    state: 'APPLIED',
    assignedDaysAgo: 150,
  },
  {
    region: 'us-ashburn-1',
    control: 'iad-autonomous-production',
    resource: 'avmprd-iad-01',
    state: 'DELETED',
    assignedDaysAgo: 90,
    more: { detachmentDescription: 'The cluster moved to Frankfurt' },
  },
]

const dayMs = 86_400_000

/** What the controls are assigned to, by the administrator; what lies ahead is scheduled. */
export function seedOperatorControlAssignments(world: World): void {
  for (const seed of assignments) if (world.regions.has(seed.region)) insertAssignment(world, seed)
}

/** Puts an assignment of a control that is there into the world. */
export function insertAssignment(world: World, seed: AssignmentSeed): void {
  const assigner = userNamed(world, 'administrator').id
  const at = (days: number) => new Date(world.clock.ms() + days * dayMs).toISOString()
  const region = regionNamed(world, seed.region)
  const control = region.operatorControls.values().find(({ wire }) => wire.operatorControlName === seed.control)
  if (!control?.wire.resourceType)
    throw new Error(`${seed.resource} is assigned to ${seed.control}, which is not seeded.`)
  const { resourceType } = control.wire
  const id = world.ocid('opctlassignment', region.name)
  const row: OperatorControlAssignmentRow = world.row(
    region,
    id,
    control.compartmentId,
    {
      id,
      operatorControlId: control.id,
      opControlName: seed.control,
      resourceId: world.ocid(resourceType.toLowerCase(), region.name),
      resourceName: seed.resource,
      resourceType,
      resourceCompartmentId: control.compartmentId,
      compartmentId: control.compartmentId,
      isEnforcedAlways: seed.days === undefined,
      ...(seed.days ? { timeAssignmentFrom: at(seed.days.from), timeAssignmentTo: at(seed.days.to) } : {}),
      assignerId: assigner,
      timeOfAssignment: at(-seed.assignedDaysAgo),
      lifecycleState: seed.state,
      lifecycleDetails: details[seed.state] ?? seed.more?.errorMessage ?? 'In force',
      ...(seed.state === 'DELETED' ? { unassignerId: assigner, timeOfDeletion: at(-seed.assignedDaysAgo / 2) } : {}),
      isLogForwarded: false,
      isHypervisorLogForwarded: false,
      isAutoApproveDuringMaintenance: false,
      isDefaultAssignment: false,
      freeformTags: {},
      definedTags: {},
      ...seed.more,
    },
    {},
  )
  region.operatorControlAssignments.insert(row)
  if (seed.state === 'CREATED') deliver(world, row)
  else if (seed.state !== 'DELETED') scheduleEnd(world, row)
}

const details: Partial<Record<string, string>> = {
  APPLIED: 'The operator control is in force on the resource',
  CREATED: 'The operator control will be applied when its time begins',
  DELETED: 'The resource is no longer governed by the operator control',
}
