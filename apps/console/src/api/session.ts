import type { Api, Permission, SignedInUser } from '@gatehouse/contract'
import { mutationOptions, queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { call } from './call.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call('GET /api/session', { signal }),
  staleTime: Infinity,
})

export const signIn = mutationOptions({
  mutationFn: (body: Api['POST /api/session']['body']) => call('POST /api/session', { body }),
  meta: { changesSession: true },
})

export const signOut = mutationOptions({
  mutationFn: () => call('DELETE /api/session'),
  meta: { changesSession: true },
})

/** The signed-in user. Only for components inside the frame, which requires a session. */
export function useUser(): SignedInUser {
  const { data } = useSuspenseQuery(sessionQuery)
  return data.user ?? anonymous
}

/** Stands in between the end of a session and the sign-in page. Has no permissions. */
const anonymous: SignedInUser = { id: '', name: '', role: 'viewer', permissions: [], signers: [] }

const acts: Record<Permission, string> = {
  'access-requests:read': 'see access requests',
  'access-requests:decide': 'decide on access requests',
  'desktop-pools:read': 'see desktop pools',
  'desktop-pools:operate': 'start and stop desktops',
  'desktop-pools:manage': 'rename and delete desktops',
  'work-requests:read': 'see work requests',
  'activity:read': 'see activity',
}

/** Why this person may not do it, as a whole sentence, or undefined when they may. */
export const forbiddenReason = (user: SignedInUser, permission: Permission): string | undefined =>
  user.permissions.includes(permission) ? undefined : `Your role (${user.role}) cannot ${acts[permission]}.`
