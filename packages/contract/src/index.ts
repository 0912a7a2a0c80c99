/** What the console may ask the BFF. The BFF takes the schemas, the console the types alone. */
import {
  approveAccessRequest,
  getAccessRequest,
  listAccessRequests,
  rejectAccessRequest,
  revokeAccessRequest,
} from './access-requests.ts'
import { downloadActivity, listActivity } from './activity.ts'
import { listConnections } from './connections.ts'
import {
  getDesktopPool,
  listDesktopPools,
  previewDesktopPoolStop,
  startDesktopPool,
  stopDesktopPool,
} from './desktop-pools.ts'
import { listDesktopPoolDesktops, listDesktops, startDesktop, stopDesktop } from './desktops.ts'
import type { Exchanges } from './endpoint.ts'
import { streamEvents } from './live.ts'
import { getSession, signIn, signOut } from './session.ts'
import { downloadWorkRequestLog, getWorkRequest, getWorkRequestLog, listWorkRequests } from './work-requests.ts'

export * from './access-requests.ts'
export * from './activity.ts'
export * from './connections.ts'
export * from './desktop-pools.ts'
export * from './desktops.ts'
export * from './endpoint.ts'
export * from './live.ts'
export * from './permissions.ts'
export * from './problem.ts'
export * from './session.ts'
export * from './shared.ts'
export * from './work-requests.ts'

/** Every endpoint there is. */
export const endpoints = [
  getSession,
  signIn,
  signOut,
  listConnections,
  listAccessRequests,
  getAccessRequest,
  approveAccessRequest,
  rejectAccessRequest,
  revokeAccessRequest,
  listDesktopPools,
  getDesktopPool,
  previewDesktopPoolStop,
  startDesktopPool,
  stopDesktopPool,
  listDesktops,
  listDesktopPoolDesktops,
  startDesktop,
  stopDesktop,
  listWorkRequests,
  getWorkRequest,
  getWorkRequestLog,
  downloadWorkRequestLog,
  listActivity,
  downloadActivity,
  streamEvents,
] as const

/** All of them as one type: `Api['GET /api/desktop-pools']['reply']`. */
export type Api = Exchanges<typeof endpoints>
