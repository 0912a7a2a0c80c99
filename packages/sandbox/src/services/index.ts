import type { OperationId } from '@gatehouse/oci-api'
import type { Handler } from '../handler.ts'
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

/** Fills the world's regions. */
export function seedServices(world: World): void {
  desktops.seedDesktops(world)
  operatorAccessControl.seedOperatorAccessControl(world)
  delegateAccessControl.seedDelegateAccessControl(world)
}

/** Lets things happen by themselves, if the world's options say so. */
export function startLife(world: World): void {
  desktops.startDesktopsLife(world)
  operatorAccessControl.startOperatorAccessControlLife(world)
  delegateAccessControl.startDelegateAccessControlLife(world)
}
