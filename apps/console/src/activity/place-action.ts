import type { Action } from '@gatehouse/contract'

/**
 * The entries, newest first, with this one replaced, or inserted by its sequence. With `belongs` false the entry is
 * removed.
 */
export function placeAction(actions: readonly Action[], action: Action, belongs = true): Action[] {
  const others = actions.filter(({ id }) => id !== action.id)
  if (!belongs) return others
  const at = others.findIndex(({ sequence }) => sequence < action.sequence)
  return others.toSpliced(at === -1 ? others.length : at, 0, action)
}
