/** What a person may do; every endpoint names one. `decide`, `operate` (start, stop) and `manage` (change, delete) change things at OCI. */
export const permissions = [
  'access-requests:read',
  'access-requests:decide',
  'desktop-pools:read',
  'desktop-pools:operate',
  'desktop-pools:manage',
  'work-requests:read',
  'activity:read',
] as const

export type Permission = (typeof permissions)[number]

export const roles = ['viewer', 'operator', 'approver', 'admin'] as const

export type Role = (typeof roles)[number]

const reads = ['access-requests:read', 'desktop-pools:read', 'work-requests:read', 'activity:read'] as const

/** Roles are sets of permissions. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  viewer: reads,
  operator: [...reads, 'desktop-pools:operate', 'desktop-pools:manage'],
  approver: [...reads, 'access-requests:decide'],
  admin: permissions,
}
