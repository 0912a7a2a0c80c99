import type { Action } from '@gatehouse/contract'
import { refusalIn, standingOf, type Attempt, type Standing } from '../api/attempt.ts'
import { laterAction } from '../api/later-action.ts'
import { isPending } from '../states/activity-words.ts'

/** How long a failed act stays beside the thing it concerns. */
const failedShownMs = 15 * 60_000

/** An act to show beside the thing it concerns: it is not settled, or it failed just now. */
export interface CurrentAct {
  id: string
  /** Null while the ledger has not told of it; then there is an attempt. */
  action: Action | null
  /** Of this tab, if the act was sent from here. */
  attempt: Attempt | null
  standing: Standing
}

/**
 * The acts to show now, newest first: of the ledger, and the attempts of this person that the ledger has not told of yet.
 * A failed act gives way to any later act on the same thing.
 */
export function currentActs(
  actions: readonly Action[],
  attempts: Iterable<Attempt>,
  { personId, nowMs }: { personId: string; nowMs: number },
): CurrentAct[] {
  const byId = new Map<string, CurrentAct>()
  for (const action of actions) byId.set(action.id, { id: action.id, action, attempt: null, standing: action.status })
  for (const attempt of attempts) {
    if (attempt.personId !== personId) continue
    const listed = byId.get(attempt.id)?.action
    const action = listed ? laterAction(attempt.action, listed) : attempt.action
    const standing = standingOf({ ...attempt, action })
    byId.set(attempt.id, { id: attempt.id, action, attempt, standing })
  }
  const all = [...byId.values()].toSorted((a, b) => startedAt(b) - startedAt(a))
  const latest = new Map(all.toReversed().map((act) => [subjectOf(act).id, act.id]))
  return all.filter((act) =>
    act.standing === 'failed'
      ? latest.get(subjectOf(act).id) === act.id && nowMs - failedAt(act) < failedShownMs
      : isUnsettled(act.standing),
  )
}

/** The act concerns a thing: it was done to it, or the thing is the work request that carries it out. */
export const concerns = ({ action, attempt }: CurrentAct, id: string) =>
  (action ?? attempt)?.subject.id === id || action?.workRequestId === id

/** It is not known yet whether the act reached OCI; asking for the same once more might do it twice. */
export const isOpen = (standing: Standing) =>
  standing === 'waiting' || standing === 'sending' || standing === 'sent' || standing === 'unknown'

const isUnsettled = (standing: Standing) =>
  standing === 'waiting' || standing === 'sending' || isPending({ status: standing })

const subjectOf = ({ action, attempt }: CurrentAct) => (action ?? attempt)!.subject // one of them is there

const startedAt = ({ action, attempt }: CurrentAct) => (action ? Date.parse(action.at) : (attempt?.startedAtMs ?? 0))

/** A problem before the ledger has no time of its own; it came at once. */
function failedAt(act: CurrentAct): number {
  const at = act.action?.completedAt
  return at && !refusalIn(act.attempt?.error) ? Date.parse(at) : startedAt(act)
}
