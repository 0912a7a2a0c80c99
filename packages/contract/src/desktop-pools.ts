import { Type, type Static } from 'typebox'
import { act } from './act.ts'
import { endpoint } from './endpoint.ts'
import { CompartmentRef, ConnectionId, Instant, Nullable, Ocid, Tags } from './shared.ts'
import { listOf } from './window.ts'

/** Desktops of a pool by what would happen to their users. Counts. */
export const PoolUsage = Type.Object({
  /** All that are not deleted. */
  desktops: Type.Integer(),
  /** A user is connected now. */
  connected: Type.Integer(),
  /** Assigned, running, its user disconnected. */
  disconnected: Type.Integer(),
  /** Running, and not assigned yet. */
  standby: Type.Integer(),
  /** Not running. */
  stopped: Type.Integer(),
})
export type PoolUsage = Static<typeof PoolUsage>

/** What will happen next by schedule. */
export const ScheduledAction = Type.Object({
  action: Type.Union([Type.Literal('start'), Type.Literal('stop')]),
  at: Instant,
})
export type ScheduledAction = Static<typeof ScheduledAction>

/**
 * Why a pool needs attention: `failed` as OCI says, `unknown-state` for a state this version does not know, `unread` when
 * the desktops of an active pool could not be read, `full` when an active pool has no desktop left for another user.
 */
export const PoolTrouble = Type.Union([
  Type.Literal('failed'),
  Type.Literal('unknown-state'),
  Type.Literal('unread'),
  Type.Literal('full'),
])
export type PoolTrouble = Static<typeof PoolTrouble>

const summaryFields = {
  connectionId: Type.String(),
  id: Type.String(),
  name: Type.String(),
  /** As OCI spells it: ACTIVE, INACTIVE, UPDATING, … */
  state: Type.String(),
  compartment: Nullable(CompartmentRef),
  maximumSize: Type.Integer(),
  standbySize: Nullable(Type.Integer()),
  /** Null while the pool's desktops have not been read. */
  usage: Nullable(PoolUsage),
  trouble: Nullable(PoolTrouble),
  nextAction: Nullable(ScheduledAction),
  createdAt: Nullable(Instant),
  tags: Tags,
}

export const DesktopPoolSummary = Type.Object(summaryFields)
export type DesktopPoolSummary = Static<typeof DesktopPoolSummary>

const Schedule = Nullable(
  Type.Object({
    cronExpression: Type.String(),
    timeZone: Type.String(),
    /** "At 07:00, Monday through Friday"; null for an expression that cannot be read. */
    inWords: Nullable(Type.String()),
  }),
)
const SessionAction = Nullable(Type.Object({ action: Type.String(), gracePeriodMinutes: Nullable(Type.Integer()) }))

export const DesktopPool = Type.Object({
  ...summaryFields,
  description: Nullable(Type.String()),
  contactDetails: Type.String(),
  arePrivilegedUsers: Type.Boolean(),
  availabilityDomain: Type.String(),
  shape: Type.Object({
    name: Type.String(),
    ocpus: Nullable(Type.Number()),
    memoryGigabytes: Nullable(Type.Number()),
    baselineUtilization: Nullable(Type.String()),
    dedicatedHost: Nullable(Type.String()),
  }),
  storage: Type.Object({
    isEnabled: Type.Boolean(),
    sizeGigabytes: Type.Integer(),
    backupPolicyId: Nullable(Type.String()),
    bootVolumeGigabytes: Nullable(Type.Integer()),
  }),
  image: Type.Object({ id: Type.String(), name: Type.String(), operatingSystem: Nullable(Type.String()) }),
  network: Type.Object({
    vcnId: Type.String(),
    subnetId: Type.String(),
    securityGroupIds: Type.Array(Type.String()),
    privateEndpoint: Nullable(Type.String()),
    privateIp: Nullable(Type.String()),
  }),
  devicePolicy: Type.Object({
    clipboard: Type.String(),
    audio: Type.String(),
    drives: Type.String(),
    isPrintingEnabled: Type.Boolean(),
    isPointerEnabled: Type.Boolean(),
    isKeyboardEnabled: Type.Boolean(),
    isDisplayEnabled: Type.Boolean(),
    isVideoInputEnabled: Type.Boolean(),
  }),
  schedule: Type.Object({
    start: Schedule,
    stop: Schedule,
    /** When the pool opens and closes for good. */
    opensAt: Nullable(Instant),
    closesAt: Nullable(Instant),
    /** What it does next, soonest first: six at most. */
    next: Type.Array(ScheduledAction),
  }),
  sessionLifecycle: Type.Object({ inactivity: SessionAction, disconnect: SessionAction }),
  version: Nullable(Type.String()),
  readAt: Instant,
})
export type DesktopPool = Static<typeof DesktopPool>

export const DesktopPoolParams = Type.Object({ connectionId: ConnectionId, desktopPoolId: Ocid })

const url = '/api/desktop-pools/:connectionId/:desktopPoolId'

export const desktopPoolList = listOf({
  path: 'desktop-pools',
  permission: 'desktop-pools:read',
  summary: 'Desktop pools over all connections and compartments',
  item: DesktopPoolSummary,
  /** `health`: `unhealthy`, `changing` or `healthy`. */
  filters: ['state', 'health'],
  /** `attention`: unhealthy pools first, then changing, active, stopped and deleted ones. */
  sorts: [
    'name',
    'attention',
    'state',
    'compartment',
    'connection',
    'size',
    'use',
    'next',
    'connected',
    'disconnected',
    'standby',
    'stopped',
    'free',
    'created',
  ],
})
export const { list: listDesktopPools, count: countDesktopPools, download: downloadDesktopPools } = desktopPoolList

export const getDesktopPool = endpoint({
  method: 'GET',
  url,
  permission: 'desktop-pools:read',
  schema: { summary: 'One desktop pool', params: DesktopPoolParams, response: { 200: DesktopPool } },
})

/** The users that a stop would disconnect, read when it is requested. */
export const StopPreview = Type.Object({
  usage: PoolUsage,
  /** Users connected now, at most 50 of them by name. */
  connectedUsers: Type.Array(Type.String()),
  readAt: Instant,
})
export type StopPreview = Static<typeof StopPreview>

export const previewDesktopPoolStop = endpoint({
  method: 'GET',
  url: `${url}/stop-preview`,
  permission: 'desktop-pools:operate',
  schema: {
    summary: 'Who is cut off if the pool stops now',
    params: DesktopPoolParams,
    response: { 200: StopPreview },
  },
})

export const startDesktopPool = act({
  url: `${url}/start`,
  permission: 'desktop-pools:operate',
  summary: 'Start a desktop pool',
  params: DesktopPoolParams,
  body: {},
})

export const stopDesktopPool = act({
  url: `${url}/stop`,
  permission: 'desktop-pools:operate',
  summary: 'Stop a desktop pool: its users lose access until it is started',
  params: DesktopPoolParams,
  body: {},
})
