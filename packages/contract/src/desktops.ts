import { Type, type Static } from 'typebox'
import { act } from './act.ts'
import { CompartmentRef, ConnectionId, Instant, Nullable, Ocid } from './shared.ts'
import { listOf } from './window.ts'

/** What happened, or will happen, to a desktop, and when: `DISCONNECTED_STOP` and the like, as OCI spells it. */
const DesktopAction = Nullable(Type.Object({ action: Type.String(), at: Instant }))

/**
 * The session of a desktop: a user is connected; its user left it running; it runs without a user; it does not run. The
 * usage of a pool counts them.
 */
export const DesktopSession = Type.Union([
  Type.Literal('connected'),
  Type.Literal('disconnected'),
  Type.Literal('standby'),
  Type.Literal('stopped'),
])
export type DesktopSession = Static<typeof DesktopSession>

export const Desktop = Type.Object({
  connectionId: Type.String(),
  id: Type.String(),
  /** That of its pool. */
  compartment: Nullable(CompartmentRef),
  poolId: Type.String(),
  /** Null while the pool could not be read. */
  pool: Nullable(Type.Object({ name: Type.String(), state: Type.String() })),
  /** Null when OCI's list has no name. */
  name: Nullable(Type.String()),
  state: Type.String(),
  session: DesktopSession,
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

/** Desktops over all connections and compartments, or of one pool with the filter `pool`. */
export const desktopList = listOf({
  path: 'desktops',
  permission: 'desktop-pools:read',
  summary: 'Desktops over all connections and compartments',
  item: Desktop,
  /** `pool` is the id of a pool. */
  filters: ['pool', 'state', 'session'],
  sorts: ['name', 'user', 'pool', 'state', 'session', 'last-action', 'client', 'image', 'connected', 'created'],
})
export const { list: listDesktops, count: countDesktops, download: downloadDesktops } = desktopList

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
