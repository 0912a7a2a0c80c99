import type { Desktop } from '@gatehouse/contract'
import type { DesktopAct } from './desktop-acts.ts'

/** The label of the checkbox that an act requires. Undefined when it requires none. */
export function sentenceToTick(act: DesktopAct, desktops: readonly Desktop[]): string | undefined {
  const which = desktops.length === 1 ? 'this desktop' : `these ${desktops.length} desktops`
  if (act === 'power-off') return `I understand that unsaved work on ${which} will be lost.`
  const isRisky = desktops.length > 1 || desktops.some(({ isConnected }) => isConnected)
  return act === 'delete' && isRisky ? `I understand that ${which} cannot be restored.` : undefined
}
