import type { OperationId } from '@gatehouse/oci-api'
import type { Handler } from '../../handler.ts'
import { changeDesktopPoolCompartment } from './change-compartment.ts'
import { deleteDesktop, updateDesktop } from './change-desktop.ts'
import { createDesktopPool } from './create-pool.ts'
import { deleteDesktopPool } from './delete-pool.ts'
import { getDesktopPool, listDesktopPools } from './desktop-pools.ts'
import { getDesktop, listDesktopPoolDesktops, listDesktops } from './desktops.ts'
import { startDesktop, startDesktopPool, stopDesktop, stopDesktopPool } from './start-stop.ts'
import { updateDesktopPool } from './update-pool.ts'
import { listDesktopPoolVolumes } from './volumes.ts'
import {
  cancelWorkRequest,
  getWorkRequest,
  listWorkRequestErrors,
  listWorkRequestLogs,
  listWorkRequests,
} from './work-requests.ts'

export { startDesktopsLife } from './life.ts'
export { isMove, setMoves } from './moves.ts'
export { seedDesktops, seedMorePools, type WantedPool } from './seed.ts'
export { spreadDesktops } from './seed/spread.ts'
export { failNextWork, refuseChanges } from './states.ts'

type DesktopsOperationId = Extract<OperationId, `desktops.${string}`>

/** Every operation of Secure Desktops. */
export const handlers: { [Id in DesktopsOperationId]: Handler<Id> } = {
  'desktops.cancelWorkRequest': cancelWorkRequest,
  'desktops.changeDesktopPoolCompartment': changeDesktopPoolCompartment,
  'desktops.createDesktopPool': createDesktopPool,
  'desktops.deleteDesktop': deleteDesktop,
  'desktops.deleteDesktopPool': deleteDesktopPool,
  'desktops.getDesktop': getDesktop,
  'desktops.getDesktopPool': getDesktopPool,
  'desktops.getWorkRequest': getWorkRequest,
  'desktops.listDesktopPoolDesktops': listDesktopPoolDesktops,
  'desktops.listDesktopPoolVolumes': listDesktopPoolVolumes,
  'desktops.listDesktopPools': listDesktopPools,
  'desktops.listDesktops': listDesktops,
  'desktops.listWorkRequestErrors': listWorkRequestErrors,
  'desktops.listWorkRequestLogs': listWorkRequestLogs,
  'desktops.listWorkRequests': listWorkRequests,
  'desktops.startDesktop': startDesktop,
  'desktops.startDesktopPool': startDesktopPool,
  'desktops.stopDesktop': stopDesktop,
  'desktops.stopDesktopPool': stopDesktopPool,
  'desktops.updateDesktop': updateDesktop,
  'desktops.updateDesktopPool': updateDesktopPool,
}
