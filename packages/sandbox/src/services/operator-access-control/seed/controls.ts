import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { compartmentId, groupId, regionNamed, userNamed, type CompartmentName } from '../../../world/seed/tenancy.ts'
import type { World } from '../../../world/world.ts'
import type { ActionKind } from '../action-kinds.ts'
import { actionsOfKinds } from '../action-catalogue.ts'
import { terms } from '../operator-control-terms.ts'

/** An operator control of the seed. */
export interface ControlSeed {
  region: string
  name: string
  description: string
  compartment: string
  resourceType: OperatorAccessControl.ResourceTypes
  approvers: number
  /** Kinds approved in advance; `all` for everything. */
  preApproved: readonly ActionKind[] | 'all'
  state: OperatorAccessControl.OperatorControlLifecycleStates
  systemMessage?: string
  createdDaysAgo: number
}

const banner = 'Access to this system is granted for the named access request only. Every command is recorded.'

const controls: readonly (ControlSeed & { compartment: CompartmentName })[] = [
  {
    region: 'eu-frankfurt-1',
    name: 'fra-exadata-production',
    description: 'Production Exadata in Frankfurt: two approvers for everything but diagnosis',
    compartment: 'exadata-production',
    resourceType: 'EXADATAINFRASTRUCTURE',
    approvers: 2,
    preApproved: ['DIAG'],
    state: 'ASSIGNED',
    systemMessage: banner,
    createdDaysAgo: 610,
  },
  {
    region: 'eu-frankfurt-1',
    name: 'fra-cloud-exadata-production',
    description: 'Production Exadata in the cloud region',
    compartment: 'exadata-production',
    resourceType: 'CLOUDEXADATAINFRASTRUCTURE',
    approvers: 1,
    preApproved: ['DIAG', 'CELL_DIAG'],
    state: 'ASSIGNED',
    systemMessage: banner,
    createdDaysAgo: 402,
  },
  {
    region: 'eu-frankfurt-1',
    name: 'fra-exadata-staging',
    description: 'Staging Exadata in Frankfurt: routine work goes ahead, changes are asked for',
    compartment: 'exadata-staging',
    resourceType: 'EXADATAINFRASTRUCTURE',
    approvers: 1,
    preApproved: ['DIAG', 'CELL_DIAG', 'CPS_ONLY'],
    state: 'ASSIGNED',
    createdDaysAgo: 388,
  },
  {
    region: 'eu-frankfurt-1',
    name: 'fra-autonomous-staging',
    description: 'Autonomous VM clusters for rehearsal: everything is approved in advance, and recorded',
    compartment: 'exadata-staging',
    resourceType: 'AUTONOMOUSVMCLUSTER',
    approvers: 1,
    preApproved: 'all',
    state: 'ASSIGNED',
    createdDaysAgo: 240,
  },
  {
    region: 'eu-frankfurt-1',
    name: 'fra-exadata-before-2026',
    description: 'Replaced by fra-exadata-production',
    compartment: 'exadata-production',
    resourceType: 'EXADATAINFRASTRUCTURE',
    approvers: 1,
    preApproved: [],
    state: 'DELETED',
    createdDaysAgo: 830,
  },
  {
    region: 'us-ashburn-1',
    name: 'iad-exadata-production',
    description: 'Production Exadata in Ashburn: two approvers, nothing in advance',
    compartment: 'exadata-production',
    resourceType: 'EXADATAINFRASTRUCTURE',
    approvers: 2,
    preApproved: [],
    state: 'ASSIGNED',
    systemMessage: banner,
    createdDaysAgo: 505,
  },
  {
    region: 'us-ashburn-1',
    name: 'iad-compute-staging',
    description: 'Compute Cloud@Customer racks for staging',
    compartment: 'exadata-staging',
    resourceType: 'CCCINFRASTRUCTURE',
    approvers: 1,
    preApproved: ['DIAG'],
    state: 'ASSIGNED',
    createdDaysAgo: 151,
  },
  {
    region: 'us-ashburn-1',
    name: 'iad-autonomous-production',
    description: 'Prepared for the Autonomous VM cluster that moved to Frankfurt',
    compartment: 'exadata-production',
    resourceType: 'AUTONOMOUSVMCLUSTER',
    approvers: 1,
    preApproved: ['DIAG'],
    state: 'UNASSIGNED',
    createdDaysAgo: 97,
  },
]

const dayMs = 86_400_000

/** The tenancy's operator controls; members of a group approve, and for staging two users by name as well. */
export function seedOperatorControls(world: World): void {
  for (const seed of controls) if (world.regions.has(seed.region)) insertControl(world, seed)
}

/** Puts an operator control into the world. */
export function insertControl(world: World, seed: ControlSeed): void {
  const region = regionNamed(world, seed.region)
  const id = world.ocid('opctloperatorcontrol', region.name)
  const home = compartmentId(world, seed.compartment)
  const isStaging = seed.compartment === 'exadata-staging'
  const ago = (days: number) => new Date(world.clock.ms() - days * dayMs).toISOString()
  const isDeleted = seed.state === 'DELETED'
  const row = region.operatorControls.insert(
    world.row(
      region,
      id,
      home,
      {
        id,
        operatorControlName: seed.name,
        compartmentId: home,
        resourceType: seed.resourceType,
        numberOfApprovers: seed.approvers,
        isDefaultOperatorControl: false,
        lifecycleState: seed.state,
        timeOfCreation: ago(seed.createdDaysAgo),
        timeOfModification: ago(isDeleted ? 320 : seed.createdDaysAgo / 3),
        ...(isDeleted ? { timeOfDeletion: ago(320) } : {}),
        lastModifiedInfo: isDeleted ? 'Deleted: replaced by a control with two approvers' : 'Updated',
        freeformTags: { tier: isStaging ? 'staging' : 'production' },
        definedTags: {},
      },
      undefined,
    ),
  )
  region.operatorControls.change(
    row,
    terms(
      {
        operatorControlName: seed.name,
        description: seed.description,
        approverGroupsList: [groupId(world, isStaging ? 'access-approvers' : 'exadata-approvers')],
        approversList: isStaging ? [userNamed(world, 'approver').id, userNamed(world, 'administrator').id] : [],
        isFullyPreApproved: seed.preApproved === 'all',
        preApprovedOpActionList: seed.preApproved === 'all' ? [] : actionsOfKinds(seed.resourceType, seed.preApproved),
        emailIdList: ['platform-approvals@example.com'],
        systemMessage: seed.systemMessage,
      },
      seed.resourceType,
    ),
  )
}
