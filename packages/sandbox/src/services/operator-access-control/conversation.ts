import type { AccessRequestRow, Region, User, World } from '../../world/world.ts'

type Utterance = { kind: 'customer'; user: User; message: string } | { kind: 'operator'; message: string }

/** Adds to the thread between customer and operator, as of `atMs`. */
export function converse(
  world: World,
  region: Region,
  row: AccessRequestRow,
  said: Utterance,
  atMs = world.clock.ms(),
): void {
  row.extra.interactions.push({
    id: world.ocid('opctlinteraction', region.name),
    ...(said.kind === 'customer'
      ? { userId: said.user.id, userName: said.user.name, userType: 'CUSTOMER' }
      : { userId: row.wire.operatorId, userName: 'Oracle operator', userType: 'OPERATOR' }),
    message: said.message,
    timeOfConversation: new Date(atMs).toISOString(),
  })
}
