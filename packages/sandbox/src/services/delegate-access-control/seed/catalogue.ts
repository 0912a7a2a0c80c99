import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { compartmentId } from '../../../world/seed/tenancy.ts'
import type { Region, World } from '../../../world/world.ts'
import { subscriptionName } from '../delegation-subscription-changes.ts'
import { actions, providers, type CatalogueAction } from '../service-catalogue.ts'

const dayMs = 86_400_000

/** A subscription of the seed. */
interface SeededSubscription {
  compartment: string
  service: DelegateAccessControl.ServiceProviderServiceType
  ageDays: number
  isDeleted?: true
}

const subscriptions: readonly SeededSubscription[] = [
  { compartment: 'exadata-production', service: 'TROUBLESHOOTING', ageDays: 410 },
  { compartment: 'exadata-production', service: 'ASSISTED_PATCHING', ageDays: 409 },
  { compartment: 'exadata-production', service: 'MANAGED_SOFTWARE_UPDATES', ageDays: 212 },
  { compartment: 'exadata-staging', service: 'TROUBLESHOOTING', ageDays: 398 },
  { compartment: 'exadata-staging', service: 'ASSISTED_PATCHING', ageDays: 120, isDeleted: true },
]

/** Providers and their actions, both under the tenancy, and what the compartments are subscribed to. */
export function seedCatalogue(world: World, region: Region) {
  for (const { name, description, serviceTypes } of providers) {
    const id = world.ocid('delegationserviceprovider', region.name)
    const time = daysAgo(world, 500)
    region.serviceProviders.insert(
      world.row<DelegateAccessControl.ServiceProvider, undefined>(
        region,
        id,
        world.tenancyId,
        {
          id,
          compartmentId: world.tenancyId,
          name,
          description,
          serviceTypes,
          serviceProviderType: 'ORACLE_PROVIDED',
          supportedResourceTypes: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
          lifecycleState: 'ACTIVE',
          timeCreated: time,
          timeUpdated: time,
          freeformTags: {},
          definedTags: {},
        },
        undefined,
      ),
    )
  }
  for (const action of actions) {
    for (const resourceType of action.resourceTypes) insertAction(world, region, action, resourceType)
  }
  for (const subscription of subscriptions) insertSubscription(world, region, subscription)
}

function insertAction(
  world: World,
  region: Region,
  action: CatalogueAction,
  resourceType: DelegateAccessControl.DelegationControlResourceType,
) {
  const id = world.ocid('delegationserviceprovideraction', region.name)
  const { name, customerDisplayName, component, isSshAccessAllowed, serviceTypes, description, risk, isInactive } =
    action
  region.serviceProviderActions.insert(
    world.row<DelegateAccessControl.ServiceProviderAction, undefined>(
      region,
      id,
      world.tenancyId,
      {
        id,
        compartmentId: world.tenancyId,
        name,
        customerDisplayName,
        component,
        resourceType,
        description,
        isSshAccessAllowed,
        serviceProviderServiceTypes: serviceTypes,
        lifecycleState: isInactive ? 'INACTIVE' : 'ACTIVE',
        properties: [
          { name: 'RISK', value: risk },
          { name: 'SUDO_PROFILE', value: name.toLowerCase().replace('dlgt_mgmt_', '') },
        ],
      },
      undefined,
    ),
  )
}

/** Subscribes a compartment to a service of the region's providers. */
export function insertSubscription(world: World, region: Region, seeded: SeededSubscription) {
  const provider = [...region.serviceProviders.values()].find(({ wire }) => wire.serviceTypes.includes(seeded.service))
  if (!provider) throw new Error(`No provider offers ${seeded.service}`)
  const id = world.ocid('delegationsubscription', region.name)
  const compartment = compartmentId(world, seeded.compartment)
  const { isDeleted = false } = seeded
  const timeCreated = daysAgo(world, seeded.ageDays)
  region.delegationSubscriptions.insert(
    world.row<DelegateAccessControl.DelegationSubscription, undefined>(
      region,
      id,
      compartment,
      {
        id,
        compartmentId: compartment,
        serviceProviderId: provider.id,
        subscribedServiceType: seeded.service,
        displayName: subscriptionName(provider.wire.name, seeded.service),
        description: `For the Exadata VM clusters of ${seeded.compartment}`,
        lifecycleState: isDeleted ? 'DELETED' : 'ACTIVE',
        timeCreated,
        timeUpdated: isDeleted ? daysAgo(world, 31) : timeCreated,
        freeformTags: {},
        definedTags: {},
      },
      undefined,
    ),
  )
}

const daysAgo = (world: World, days: number) => new Date(world.clock.ms() - days * dayMs).toISOString()
