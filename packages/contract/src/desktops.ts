import { Type, type Static } from 'typebox'
import { act } from './act.ts'
import { DesktopPoolParams } from './desktop-pools.ts'
import { endpoint } from './endpoint.ts'
import { ConnectionId, Instant, Listing, Nullable, Ocid } from './shared.ts'

/** What happened, or will happen, to a desktop, and when: `DISCONNECTED_STOP` and the like, as OCI spells it. */
const DesktopAction = Nullable(Type.Object({ action: Type.String(), at: Instant }))

export const Desktop = Type.Object({
  connectionId: Type.String(),
  id: Type.String(),
  poolId: Type.String(),
  /** Null when OCI's list has no name. */
  name: Nullable(Type.String()),
  state: Type.String(),
  userName: Nullable(Type.String()),
  createdAt: Nullable(Instant),
  imageName: Nullable(Type.String()),
  /** A user is connected now. */
  isConnected: Type.Boolean(),
  connectedAt: Nullable(Instant),
  disconnectedAt: Nullable(Instant),
  lastAction: DesktopAction,
  nextAction: DesktopAction,
  client: Nullable(Type.String()),
})
export type Desktop = Static<typeof Desktop>

export const DesktopParams = Type.Object({ connectionId: ConnectionId, desktopId: Ocid })

const url = '/api/desktops/:connectionId/:desktopId'

export const listDesktops = endpoint({
  method: 'GET',
  url: '/api/desktops',
  permission: 'desktop-pools:read',
  schema: { summary: 'Desktops over all connections and compartments', response: { 200: Listing(Desktop) } },
})

export const listDesktopPoolDesktops = endpoint({
  method: 'GET',
  url: '/api/desktop-pools/:connectionId/:desktopPoolId/desktops',
  permission: 'desktop-pools:read',
  schema: { summary: 'Desktops of one pool', params: DesktopPoolParams, response: { 200: Listing(Desktop) } },
})

export const startDesktop = act({
  url: `${url}/start`,
  permission: 'desktop-pools:operate',
  summary: 'Start a desktop',
  params: DesktopParams,
  body: {},
})

export const stopDesktop = act({
  url: `${url}/stop`,
  permission: 'desktop-pools:operate',
  summary: 'Stop a desktop',
  params: DesktopParams,
  body: {
    /** True asks the operating system to shut down; false cuts the power. */
    soft: Type.Boolean(),
  },
})

/** Longest name that OCI takes (assumed). */
export const desktopNameMaxLength = 255

export const updateDesktop = act({
  url: `${url}/update`,
  permission: 'desktop-pools:manage',
  summary: 'Rename a desktop',
  params: DesktopParams,
  body: { name: Type.String({ minLength: 1, maxLength: desktopNameMaxLength, pattern: '\\S' }) },
})

export const deleteDesktop = act({
  url: `${url}/delete`,
  permission: 'desktop-pools:manage',
  summary: "Delete a desktop; its user's volume is kept",
  params: DesktopParams,
  body: {
    /** Whose desktop it is, as the person saw it. If it belongs to another user by now, the answer is `stale`. */
    userName: Nullable(Type.String({ maxLength: 1024 })),
  },
})
