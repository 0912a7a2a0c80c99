import type { OperationId } from '@gatehouse/oci-api'
import type { Handler } from '../handler.ts'
import { homesOf } from '../world/seed/generated-compartments.ts'
import { addRegions } from '../world/seed/regions.ts'
import { addGeneratedCompartments } from '../world/seed/tenancy.ts'
import { divided, usualSize } from '../world/size.ts'
import type { World } from '../world/world.ts'
import * as delegateAccessControl from './delegate-access-control/index.ts'
import * as desktops from './desktops/index.ts'
import * as identity from './identity/index.ts'
import * as operatorAccessControl from './operator-access-control/index.ts'

/** Handlers by operation; whatever a server is not given is answered with 501. */
export type Handlers = { [Id in OperationId]?: Handler<Id> }

/** Every operation; a missing one does not compile. */
export const handlers: Required<Handlers> = {
  ...desktops.handlers,
  ...operatorAccessControl.handlers,
  ...delegateAccessControl.handlers,
  ...identity.handlers,
}

/** Fills the world: with the usual things, then with what a larger world has beside them. */
export function seedServices(world: World): void {
  desktops.seedDesktops(world)
  operatorAccessControl.seedOperatorAccessControl(world)
  delegateAccessControl.seedDelegateAccessControl(world)
  seedBeyondTheUsual(world)
}

/** The part of all access requests that is Delegate Access Control's, as in the usual world. */
const delegatedShare = 0.35

function seedBeyondTheUsual(world: World) {
  const { size } = world.options
  const { spread } = divided(size)
  const { desktopHomes, accessHomes } = homesOf(size)
  for (const region of addRegions(world, usualSize.regions, size.regions)) {
    operatorAccessControl.seedOperatorActions(world, region)
    delegateAccessControl.seedCatalogue(world, region)
  }
  addGeneratedCompartments(world)

  const delegated = Math.round(spread.accessRequests * delegatedShare)
  const delegatedWork = Math.min(accessHomes.length, Math.floor(spread.workRequests / 3))
  desktops.spreadDesktops(world, desktopHomes, { ...spread, workRequests: spread.workRequests - delegatedWork })
  operatorAccessControl.spreadOperatorAccess(world, accessHomes, spread.accessRequests - delegated)
  delegateAccessControl.spreadDelegateAccess(world, accessHomes, {
    accessRequests: delegated,
    workRequests: delegatedWork,
  })
}

export { isMove, setMoves } from './desktops/index.ts'

/** Lets things happen by themselves, if the world's options say so. */
export function startLife(world: World): void {
  desktops.startDesktopsLife(world)
  operatorAccessControl.startOperatorAccessControlLife(world)
  delegateAccessControl.startDelegateAccessControlLife(world)
}
