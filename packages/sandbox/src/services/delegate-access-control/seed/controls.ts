import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { compartmentId, groupId, regionNamed, type CompartmentName } from '../../../world/seed/tenancy.ts'
import type { DelegationControlRow, World } from '../../../world/world.ts'
import { resourceOcidTypes } from '../vm-clusters.ts'

const dayMs = 86_400_000

/** A delegation control of the seed. */
export interface SeededControl {
  name: string
  region: string
  compartment: string
  resourceType: DelegateAccessControl.DelegationControlResourceType
  clusters: number
  approvals: number
  preApproved: string[]
  services: DelegateAccessControl.ServiceProviderServiceType[]
  description: string
  ageDays: number
  isAutoApproveDuringMaintenance?: boolean
  hasVault?: boolean
  isTroubled?: boolean
}

const everyService: SeededControl['services'] = ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES']

export const seededControls: (SeededControl & { compartment: CompartmentName })[] = [
  {
    name: 'production-databases',
    region: 'eu-frankfurt-1',
    compartment: 'exadata-production',
    resourceType: 'VMCLUSTER',
    clusters: 3,
    approvals: 2,
    services: everyService,
    ageDays: 402,
    preApproved: ['DLGT_MGMT_LOG_ACCESS'],
    description: 'Databases that serve production: two people approve, log files may be read without asking',
  },
  {
    name: 'production-cloud-databases',
    region: 'eu-frankfurt-1',
    compartment: 'exadata-production',
    resourceType: 'CLOUDVMCLUSTER',
    clusters: 2,
    approvals: 1,
    hasVault: true,
    ageDays: 180,
    services: ['TROUBLESHOOTING', 'ASSISTED_PATCHING'],
    preApproved: ['DLGT_MGMT_LOG_ACCESS', 'DLGT_MGMT_DIAG_ACCESS'],
    description: 'Reporting databases on Exadata Cloud Service; keys of temporary users are sealed in our vault',
  },
  {
    name: 'staging-databases',
    region: 'eu-frankfurt-1',
    compartment: 'exadata-staging',
    resourceType: 'VMCLUSTER',
    clusters: 2,
    approvals: 1,
    services: ['TROUBLESHOOTING'],
    ageDays: 390,
    preApproved: ['DLGT_MGMT_LOG_ACCESS', 'DLGT_MGMT_DIAG_ACCESS', 'DLGT_MGMT_NETWORK_DIAG'],
    isAutoApproveDuringMaintenance: true,
    description: 'Rehearsal systems: diagnostics need no approval',
  },
  {
    name: 'ashburn-production-databases',
    region: 'us-ashburn-1',
    compartment: 'exadata-production',
    resourceType: 'VMCLUSTER',
    clusters: 2,
    approvals: 2,
    services: everyService,
    ageDays: 366,
    preApproved: [],
    description: 'Standby databases of production; nothing is pre-approved',
  },
  {
    name: 'ashburn-managed-updates',
    region: 'us-ashburn-1',
    compartment: 'exadata-production',
    resourceType: 'CLOUDVMCLUSTER',
    clusters: 1,
    approvals: 1,
    ageDays: 205,
    services: ['MANAGED_SOFTWARE_UPDATES'],
    preApproved: ['DLGT_MGMT_SOFTWARE_UPDATE'],
    description: 'Software updates run by themselves; nobody logs in',
  },
  {
    name: 'ashburn-staging-databases',
    region: 'us-ashburn-1',
    compartment: 'exadata-staging',
    resourceType: 'VMCLUSTER',
    clusters: 2,
    approvals: 1,
    services: ['TROUBLESHOOTING'],
    ageDays: 150,
    preApproved: ['DLGT_MGMT_LOG_ACCESS'],
    description: 'Rehearsal of the failover to Ashburn',
  },
  {
    name: 'ashburn-exascale-trial',
    region: 'us-ashburn-1',
    compartment: 'exadata-staging',
    resourceType: 'EXADBVMCLUSTER',
    clusters: 2,
    approvals: 1,
    services: ['TROUBLESHOOTING'],
    ageDays: 3,
    preApproved: [],
    description: 'Trial of Exadata on Exascale',
    isTroubled: true,
  },
]

/** The controls of the usual regions, with the resources they govern. */
export function seedControls(world: World) {
  for (const seeded of seededControls) if (world.regions.has(seeded.region)) insertControl(world, seeded)
}

/** Whether the usual seed made a control of that name: its region may not be in this world. */
export const hasControl = (world: World, name: string): boolean =>
  seededControls.some((seeded) => seeded.name === name && world.regions.has(seeded.region))

/** A control of the seed, by its name. */
export function seededControl(world: World, name: string): DelegationControlRow {
  for (const region of world.regions.values()) {
    for (const row of region.delegationControls.values()) if (row.wire.displayName === name) return row
  }
  throw new Error(`The world has no delegation control named ${name}`)
}

/** Puts a delegation control into the world. */
export function insertControl(world: World, seeded: SeededControl) {
  const region = regionNamed(world, seeded.region)
  const { resourceType } = seeded
  const compartment = compartmentId(world, seeded.compartment)
  const id = world.ocid('delegationcontrol', region.name)
  const resourceIds = Array.from({ length: seeded.clusters }, () =>
    world.ocid(resourceOcidTypes[resourceType], region.name),
  )
  const time = new Date(world.clock.ms() - seeded.ageDays * dayMs).toISOString()
  const { isTroubled = false } = seeded
  const wire: DelegateAccessControl.DelegationControl = {
    id,
    compartmentId: compartment,
    displayName: seeded.name,
    description: seeded.description,
    resourceType,
    numApprovalsRequired: seeded.approvals,
    preApprovedServiceProviderActionNames: seeded.preApproved,
    delegationSubscriptionIds: [...region.delegationSubscriptions.values()]
      .filter(({ compartmentId, wire }) => compartmentId === compartment && wire.lifecycleState === 'ACTIVE')
      .filter(({ wire }) => seeded.services.includes(wire.subscribedServiceType))
      .map((row) => row.id),
    isAutoApproveDuringMaintenance: seeded.isAutoApproveDuringMaintenance ?? false,
    resourceIds,
    notificationTopicId: world.ocid('onstopic', region.name),
    notificationMessageFormat: 'JSON',
    ...(seeded.hasVault
      ? { vaultId: world.ocid('vault', region.name), vaultKeyId: world.ocid('key', region.name) }
      : {}),
    lifecycleState: isTroubled ? 'NEEDS_ATTENTION' : 'ACTIVE',
    ...(isTroubled ? { lifecycleStateDetails: 'The control could not be applied to every resource.' } : {}),
    timeCreated: time,
    timeUpdated: time,
    freeformTags: {},
    definedTags: {},
  }
  const resources = resourceIds.map((resourceId, place) => ({
    id: resourceId,
    resourceStatus: isTroubled && place === resourceIds.length - 1 ? ('APPLY_FAILED' as const) : ('APPLIED' as const),
  }))
  const isProduction = seeded.compartment === 'exadata-production'
  const approverGroupIds = [groupId(world, isProduction ? 'exadata-approvers' : 'access-approvers')]
  region.delegationControls.insert(world.row(region, id, compartment, wire, { resources, approverGroupIds }))
}
