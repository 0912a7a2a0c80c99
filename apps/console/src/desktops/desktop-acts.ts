import type { ActName, Desktop } from '@gatehouse/contract'
import { useOpenAct } from '../acts/use-current-acts.ts'
import { useUser } from '../api/session.ts'
import { desktopBlocked } from './blocked.ts'

/** `shut-down` asks the operating system; `power-off` cuts the power. Both are OCI's `stopDesktop`. */
export type DesktopAct = 'start' | 'shut-down' | 'power-off' | 'rename' | 'delete'

interface DesktopActWords {
  act: ActName
  verb: string
  /** After "cannot be". */
  past: string
  tone: 'primary' | 'danger'
}

export const desktopActs: Record<DesktopAct, DesktopActWords> = {
  start: { act: 'startDesktop', verb: 'start', past: 'started', tone: 'primary' },
  'shut-down': { act: 'stopDesktop', verb: 'shut down', past: 'shut down', tone: 'danger' },
  'power-off': { act: 'stopDesktop', verb: 'power off', past: 'powered off', tone: 'danger' },
  rename: { act: 'updateDesktop', verb: 'rename', past: 'renamed', tone: 'primary' },
  delete: { act: 'deleteDesktop', verb: 'delete', past: 'deleted', tone: 'danger' },
}

/** Gives why a person cannot act on a desktop now, as a whole sentence. Undefined when they can. */
export function useDesktopBlocked() {
  const user = useUser()
  const openAct = useOpenAct()
  return (desktop: Desktop, act: DesktopAct): string | undefined =>
    desktopBlocked(desktop, act, desktop.pool?.state, user) ?? openAct(desktopActs[act].act, desktop.id)
}
