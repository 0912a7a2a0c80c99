import type { World } from '../../world/world.ts'
import { seedOperatorActions } from './operator-actions.ts'
import { seedAccessRequests } from './seed/access-requests.ts'
import { seedOperatorControlAssignments } from './seed/assignments.ts'
import { seedOperatorControls } from './seed/controls.ts'

/** Fills both regions: the catalogue of actions, controls, what they are assigned to, and access requests in every state. */
export function seedOperatorAccessControl(world: World): void {
  for (const region of world.regions.values()) seedOperatorActions(world, region)
  seedOperatorControls(world)
  seedOperatorControlAssignments(world)
  seedAccessRequests(world)
}
