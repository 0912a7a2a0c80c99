import { randomUUID } from 'node:crypto'
import { rolePermissions, type Role } from '@gatehouse/contract'
import type { Person } from '../access/person.ts'
import type { Act } from '../ledger/ledger.ts'
import type { Stack } from './stack.ts'

/** Desktop pools of Frankfurt in a state, by id and name, as the sandbox knows them. */
export const poolsIn = ({ sandbox }: Pick<Stack, 'sandbox'>, state: string) =>
  [...(sandbox.world.regions.get('eu-frankfurt-1')?.desktopPools.values() ?? [])]
    .filter(({ wire }) => wire.lifecycleState === state)
    .map(({ id, wire }) => ({ id, name: wire.displayName }))

export const personOf = (role: Role): Person => ({
  id: `id-of-${role}`,
  name: role,
  role,
  permissions: rolePermissions[role],
})

/** The operator stops a pool. */
export function stopOf(
  { services }: Pick<Stack, 'services'>,
  pool: { id: string; name: string },
  changes: Partial<Act<'desktops.stopDesktopPool'>> = {},
): Act<'desktops.stopDesktopPool'> {
  return {
    person: personOf('operator'),
    connection: services.keyring.get('frankfurt'),
    act: 'stopDesktopPool',
    attemptId: randomUUID(),
    subject: { service: 'desktops', ...pool },
    operation: 'desktops.stopDesktopPool',
    input: { desktopPoolId: pool.id },
    ...changes,
  }
}
