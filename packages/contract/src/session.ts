import { Type, type Static } from 'typebox'
import { endpoint } from './endpoint.ts'
import { permissions, roles, type Permission, type Role } from './permissions.ts'
import { Nullable } from './shared.ts'

export const RoleName = Type.Unsafe<Role>(Type.String({ enum: [...roles] }))

/** Which OCI user signs this person's decisions on a connection. */
export const Signer = Type.Object({
  connectionId: Type.String(),
  /** The OCI user's OCID; null when the principal is not a user. */
  ociUserId: Nullable(Type.String()),
  /** True for the person's own OCI user, false for the connection's shared one. */
  own: Type.Boolean(),
})
export type Signer = Static<typeof Signer>

export const SignedInUser = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: RoleName,
  permissions: Type.Array(Type.Unsafe<Permission>(Type.String({ enum: [...permissions] }))),
  signers: Type.Array(Signer),
})
export type SignedInUser = Static<typeof SignedInUser>

export const Session = Type.Object({
  user: Nullable(SignedInUser),
  /** Offered on the sign-in page while the BFF runs its own sandbox and listens on loopback; null otherwise. */
  demoAccounts: Nullable(Type.Array(Type.Object({ name: Type.String(), role: RoleName, description: Type.String() }))),
  /** The embedded sandbox stands in for OCI. */
  sandbox: Type.Boolean(),
})
export type Session = Static<typeof Session>

export const getSession = endpoint({
  method: 'GET',
  url: '/api/session',
  permission: 'anyone',
  schema: { summary: 'Who is signed in', response: { 200: Session } },
})

export const signIn = endpoint({
  method: 'POST',
  url: '/api/session',
  permission: 'anyone',
  schema: {
    summary: 'Sign in with a local account',
    body: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 200 }),
        password: Type.String({ minLength: 1, maxLength: 1000 }),
      },
      { additionalProperties: false },
    ),
    response: { 200: Session },
  },
})

export const signOut = endpoint({
  method: 'DELETE',
  url: '/api/session',
  permission: 'anyone',
  schema: { summary: 'Sign out', response: { 200: Session } },
})
