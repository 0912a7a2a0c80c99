import type { Action } from '@gatehouse/contract'

/**
 * The entries, newest first, with this one: in place of what was known of it, or where its sequence belongs. An entry that
 * does not belong to this list (`belongs`) is taken out, or not let in.
 */
export function placeAction(actions: readonly Action[], action: Action, belongs = true): Action[] {
  const others = actions.filter(({ id }) => id !== action.id)
  if (!belongs) return others
  const at = others.findIndex(({ sequence }) => sequence < action.sequence)
  return others.toSpliced(at === -1 ? others.length : at, 0, action)
}
