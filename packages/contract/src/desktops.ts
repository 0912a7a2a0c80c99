import { Type, type Static } from 'typebox'
import { Action } from './activity.ts'
import { DesktopPoolParams } from './desktop-pools.ts'
import { endpoint } from './endpoint.ts'
import { AttemptId, ConnectionId, Instant, Listing, Nullable, Ocid } from './shared.ts'

/** What happened, or will happen, to a desktop, and when: `DISCONNECTED_STOP` and the like, as OCI spells it. */
const DesktopAction = Nullable(Type.Object({ action: Type.String(), at: Instant }))

export const Desktop = Type.Object({
  connectionId: Type.String(),
  id: Type.String(),
  poolId: Type.String(),
  /** OCI gives no name in every list: then it is null. */
  name: Nullable(Type.String()),
  state: Type.String(),
  userName: Nullable(Type.String()),
  createdAt: Nullable(Instant),
  imageName: Nullable(Type.String()),
  /** Someone is connected now. */
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

export const startDesktop = endpoint({
  method: 'POST',
  url: `${url}/start`,
  permission: 'desktop-pools:operate',
  schema: {
    summary: 'Start a desktop',
    params: DesktopParams,
    body: Type.Object({ attemptId: AttemptId }, { additionalProperties: false }),
    response: { 202: Action },
  },
})

export const stopDesktop = endpoint({
  method: 'POST',
  url: `${url}/stop`,
  permission: 'desktop-pools:operate',
  schema: {
    summary: 'Stop a desktop',
    params: DesktopParams,
    body: Type.Object(
      {
        attemptId: AttemptId,
        /** True asks the operating system to shut down; false cuts the power. */
        soft: Type.Boolean(),
      },
      { additionalProperties: false },
    ),
    response: { 202: Action },
  },
})
