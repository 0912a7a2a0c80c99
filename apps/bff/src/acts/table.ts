import type { ActName } from '@gatehouse/contract'
import { approveAccessRequest, rejectAccessRequest, revokeAccessRequest } from './access-requests.ts'
import type { AnyAct } from './act.ts'
import { startDesktopPool, stopDesktopPool } from './desktop-pools.ts'
import { deleteDesktop, startDesktop, stopDesktop, updateDesktop } from './desktops.ts'
import { cancelWorkRequest } from './work-requests.ts'

/** Every act, by the name of its endpoint. The code does not compile while an act of the contract is missing here. */
export const acts: Readonly<Record<ActName, AnyAct>> = {
  approveAccessRequest,
  rejectAccessRequest,
  revokeAccessRequest,
  startDesktopPool,
  stopDesktopPool,
  startDesktop,
  stopDesktop,
  updateDesktop,
  deleteDesktop,
  cancelWorkRequest,
}

/** Undefined for an act that another version of Gatehouse recorded. */
export const actNamed = (name: string): AnyAct | undefined =>
  Object.hasOwn(acts, name) ? acts[name as ActName] : undefined // checked by `hasOwn`

export const isActName = (name: string): name is ActName => Object.hasOwn(acts, name)
