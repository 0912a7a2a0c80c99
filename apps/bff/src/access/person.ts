import type { Permission, Role } from '@gatehouse/contract'

/** Who is signed in, and what that person may do. */
export interface Person {
  id: string
  /** The name they sign in with; unique. */
  name: string
  role: Role
  permissions: readonly Permission[]
}
