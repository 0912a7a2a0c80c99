import type { OperationId } from '@gatehouse/oci-api'
import type { Handler } from '../../handler.ts'
import { getCompartment, listCompartments } from './compartments.ts'
import { getTenancy, listAvailabilityDomains, listRegions, listRegionSubscriptions } from './tenancy.ts'

type IdentityOperationId = Extract<OperationId, `identity.${string}`>

/** The reads of Identity that a picker of compartments and regions needs. */
export const handlers: { [Id in IdentityOperationId]: Handler<Id> } = {
  'identity.getCompartment': getCompartment,
  'identity.getTenancy': getTenancy,
  'identity.listAvailabilityDomains': listAvailabilityDomains,
  'identity.listCompartments': listCompartments,
  'identity.listRegionSubscriptions': listRegionSubscriptions,
  'identity.listRegions': listRegions,
}
