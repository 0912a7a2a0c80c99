import type { World } from '../../world/world.ts'
import { seedAccessRequests } from './seed/access-requests.ts'
import { seedCatalogue } from './seed/catalogue.ts'
import { seedControls } from './seed/controls.ts'
import { seedWorkRequests } from './seed/work-requests.ts'

/**
 * Fills both regions: providers, actions, subscriptions, controls, then 35 % of the world's access requests and a third
 * of its work requests (the rest are those of Operator Access Control and Secure Desktops).
 */
export function seedDelegateAccessControl(world: World): void {
  for (const region of world.regions.values()) seedCatalogue(world, region)
  seedControls(world)
  seedAccessRequests(world)
  seedWorkRequests(world)
}
