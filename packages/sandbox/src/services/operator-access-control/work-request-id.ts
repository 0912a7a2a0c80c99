import type { Region, World } from '../../world/world.ts'

/** An id as the header `opc-work-request-id` gives it. No operation of the service reads it. */
export const workRequestId = (world: World, region: Region) => world.ocid('opctlworkrequest', region.name)
