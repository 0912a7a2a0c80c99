import type { Desktop } from '@gatehouse/contract'
import type { Desktops } from '@gatehouse/oci-api'

/** A row of the list of desktops of a compartment. OCI requires a user name there; a desktop on standby has an empty one. */
export const toDesktop = (connectionId: string, wire: Desktops.DesktopSummary): Desktop => ({
  connectionId,
  id: wire.id,
  poolId: wire.poolId,
  name: wire.displayName || null,
  state: wire.lifecycleState,
  userName: wire.userName || null,
  createdAt: wire.timeCreated,
  imageName: wire.image?.imageName ?? null,
  ...session(wire.lifecycleState, wire.connection),
})

/**
 * A row of the list of desktops of a pool. It has the owner but not the name of the desktop, so `named` is the same desktop
 * in the other list. An owner without a name is an empty string.
 */
export const toPoolDesktop = (
  connectionId: string,
  poolId: string,
  wire: Desktops.DesktopPoolDesktopSummary,
  named: Desktops.DesktopSummary | undefined,
): Desktop => ({
  connectionId,
  id: wire.desktopId,
  poolId,
  name: named?.displayName || null,
  state: wire.lifecycleState,
  userName: wire.isAssigned ? (wire.userName ?? '') : null,
  createdAt: wire.timeCreated,
  imageName: wire.image?.imageName ?? named?.image?.imageName ?? null,
  ...session(wire.lifecycleState, wire.connection),
})

/** In these states no user can be connected, even if the last connection has no end. */
const notRunning = new Set(['CREATING', 'INACTIVE', 'DELETED', 'FAILED'])

function session(state: string, connection: Desktops.DesktopConnection = {}) {
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
