import type { CompartmentRef, Desktop, DesktopSession } from '@gatehouse/contract'
import type { Desktops } from '@gatehouse/oci-api'

/** A row of the list of desktops of a compartment. OCI requires a user name there; a desktop on standby has an empty one. */
export function toDesktop(
  connectionId: string,
  compartment: CompartmentRef | null,
  wire: Desktops.DesktopSummary,
): Desktop {
  const userName = wire.userName || null
  const connection = connectionOf(wire.lifecycleState, wire.connection)
  return {
    connectionId,
    id: wire.id,
    compartment,
    poolId: wire.poolId,
    // Added when the list is shown, because the pool is read by itself.
    pool: null,
    name: wire.displayName || null,
    state: wire.lifecycleState,
    session: sessionOf({ state: wire.lifecycleState, isConnected: connection.isConnected, userName }),
    userName,
    createdAt: wire.timeCreated,
    imageName: wire.image?.imageName ?? null,
    ...connection,
  }
}

/** A row of the list of desktops of a pool: who owns it, and whether they are connected. */
export function toPoolDesktop(wire: Desktops.DesktopPoolDesktopSummary): PoolDesktop {
  const { isConnected } = connectionOf(wire.lifecycleState, wire.connection)
  // An owner may have no name.
  const userName = wire.isAssigned ? (wire.userName ?? '') : null
  const state = wire.lifecycleState
  return { id: wire.desktopId, state, userName, session: sessionOf({ state, isConnected, userName }) }
}

/** What the usage of a pool is counted from. */
export type PoolDesktop = Pick<Desktop, 'id' | 'state' | 'userName' | 'session'>

function sessionOf({
  state,
  isConnected,
  userName,
}: Pick<Desktop, 'state' | 'isConnected' | 'userName'>): DesktopSession {
  if (isConnected) return 'connected'
  if (state !== 'ACTIVE') return 'stopped'
  return userName === null ? 'standby' : 'disconnected'
}

/** In these states no user can be connected, even if the last connection has no end. */
const notRunning = new Set(['CREATING', 'INACTIVE', 'DELETED', 'FAILED'])

function connectionOf(state: string, connection: Desktops.DesktopConnection = {}) {
  const { timeConnected, timeDisconnected } = connection
  const isOpen =
    timeConnected !== undefined &&
    (timeDisconnected === undefined || Date.parse(timeDisconnected) < Date.parse(timeConnected))
  const client = [connection.clientType, connection.clientPlatform, connection.clientVersion].filter(Boolean)
  return {
    isConnected: isOpen && !notRunning.has(state),
    connectedAt: timeConnected ?? null,
    disconnectedAt: timeDisconnected ?? null,
    lastAction: toAction(connection.lastAction),
    nextAction: toAction(connection.nextAction),
    client: client.join(' ') || null,
  }
}

const toAction = (wire: Desktops.DesktopAction | undefined) =>
  wire ? { action: wire.action, at: wire.timeApplied } : null
