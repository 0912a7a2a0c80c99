import { rolePermissions, type Role } from '@gatehouse/contract'
import type { Person } from '../access/person.ts'

export const personOf = (role: Role): Person => ({
  id: `id-of-${role}`,
  name: role,
  role,
  permissions: rolePermissions[role],
})
