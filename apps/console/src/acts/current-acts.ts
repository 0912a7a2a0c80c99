import type { Action } from '@gatehouse/contract'
import { refusalIn, standingOf, type Attempt, type Standing } from '../api/attempt.ts'
import { laterAction } from '../api/later-action.ts'
import { isPending } from '../states/activity-words.ts'

/** How long a failed act stays beside the thing it concerns. */
const failedShownMs = 15 * 60_000

/** An act to show beside the thing it concerns: unsettled, or failed recently. */
export interface CurrentAct {
  id: string
  /** Null until the ledger reports it; then `attempt` is set. */
  action: Action | null
  /** The attempt of this tab. Null for acts sent from elsewhere. */
  attempt: Attempt | null
  standing: Standing
}

/**
 * The acts to show now, newest first: those of the ledger, and this person's attempts that the ledger does not report
 * yet. A later act on the same thing hides a failed one.
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

/** Whether the act concerns a thing: its subject, or the work request that carries it out. */
export const concerns = ({ action, attempt }: CurrentAct, id: string) =>
  (action ?? attempt)?.subject.id === id || action?.workRequestId === id

/** Whether the act may have reached OCI without an answer. Starting the same act again might apply it twice. */
export const isOpen = (standing: Standing) =>
  standing === 'waiting' || standing === 'sending' || standing === 'sent' || standing === 'unknown'

const isUnsettled = (standing: Standing) =>
  standing === 'waiting' || standing === 'sending' || isPending({ status: standing })

const subjectOf = ({ action, attempt }: CurrentAct) => (action ?? attempt)!.subject // one of them is there

const startedAt = ({ action, attempt }: CurrentAct) => (action ? Date.parse(action.at) : (attempt?.startedAtMs ?? 0))

/** An act refused before it was recorded has no completion time; it failed when it started. */
function failedAt(act: CurrentAct): number {
  const at = act.action?.completedAt
  return at && !refusalIn(act.attempt?.error) ? Date.parse(at) : startedAt(act)
}
