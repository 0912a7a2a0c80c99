import type { Identity } from '@gatehouse/oci-api'
import { notAuthorizedOrNotFound } from '../../fault.ts'
import type { Handler } from '../../handler.ts'
import { answer } from '../../handler.ts'
import type { World } from '../../world/world.ts'

/** Every user may read the tenancy they belong to, whatever else they may see. */
export const getTenancy: Handler<'identity.getTenancy'> = ({ tenancyId }, { world }) => {
  requireTenancy(world, tenancyId)
  return answer<Identity.Tenancy>({
    id: world.tenancyId,
    name: world.tenancyName,
    description: 'A tenancy on this machine',
    homeRegionKey: world.regions.get(world.homeRegion)?.key,
    freeformTags: {},
    definedTags: {},
  })
}

export const listRegionSubscriptions: Handler<'identity.listRegionSubscriptions'> = ({ tenancyId }, { world }) => {
  requireTenancy(world, tenancyId)
  return answer(
    [...world.regions.values()].map(({ key, name }) => ({
      regionKey: key,
      regionName: name,
      status: 'READY' as const,
      isHomeRegion: name === world.homeRegion,
    })),
  )
}

export const listRegions: Handler<'identity.listRegions'> = (_input, { world }) =>
  answer([...world.regions.values()].map(({ key, name }) => ({ key, name })))

/** The same for every compartment of the tenancy, which all users may ask with. */
export const listAvailabilityDomains: Handler<'identity.listAvailabilityDomains'> = (
  { compartmentId },
  { world, region },
) => {
  if (compartmentId !== world.tenancyId && !world.compartments.find(compartmentId)) throw notAuthorizedOrNotFound()
  return answer(
    region.availabilityDomains.map((name, index) => ({
      id: region.availabilityDomainIds[index],
      name,
      compartmentId: world.tenancyId,
    })),
  )
}

function requireTenancy(world: World, id: string) {
  if (id !== world.tenancyId) throw notAuthorizedOrNotFound()
}
