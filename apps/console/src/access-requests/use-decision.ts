import type { AccessRequest, Action } from '@gatehouse/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAttempts } from '../acts/use-current-acts.ts'
import { useTryAgain } from '../acts/use-try-again.ts'
import { ApiError } from '../api/api-error.ts'
import { standingOf, wasSent } from '../api/attempt.ts'
import { attempts } from '../api/attempts.ts'
import { useUser } from '../api/session.ts'
import { useSend } from '../api/use-send.ts'
import { changesBetween } from './changes.ts'
import { accessRequestQuery, decisionActs, type AccessRequestPlace, type Decision } from './queries.ts'

interface DecisionOptions<Body> {
  decision: Decision
  /** As it is now; it may change while the dialog is open. */
  present: AccessRequest
  request: (input: { place: AccessRequestPlace; body: Body }) => Promise<Action>
  /** The decision is being sent under this attempt id. */
  onSent: (attemptId: string) => void
  /** OCI accepted it. */
  onAccepted: () => void
}

/**
 * One decision in a dialog: the version that it rests on, and its attempt. An unknown attempt can only be retried under
 * the same id. After a failed attempt, a send starts another one.
 */
export function useDecision<Body extends { attemptId: string; seen: string }>({
  decision,
  present,
  request,
  onSent,
  onAccepted,
}: DecisionOptions<Body>) {
  const client = useQueryClient()
  const { id: personId } = useUser()
  const sendThrough = useSend()
  const tryAgain = useTryAgain()
  const all = useAttempts()
  const [decidedOn, setDecidedOn] = useState(present)
  const [attemptId, setAttemptId] = useState<string | null>(null)
  const attempt = attemptId === null ? null : (all.get(attemptId) ?? null)
  const standing = attempt && standingOf(attempt)

  const isAccepted = standing === 'accepted' || standing === 'done'
  useEffect(() => {
    if (isAccepted) onAccepted()
  }, [isAccepted, onAccepted])

  const isRefusedAsStale = standing === 'failed' && attempt?.error instanceof ApiError && attempt.error.code === 'stale'
  const isChanged = present.version !== decidedOn.version || isRefusedAsStale
  const isStale = isChanged && (standing === null || standing === 'failed')

  function send(body: Omit<Body, 'attemptId' | 'seen'>) {
    const { connectionId, service, id, name, version } = decidedOn
    const post = (attempt: string) =>
      request({ place: decidedOn, body: { ...body, attemptId: attempt, seen: version } as Body }) // complete with these two
    const order = {
      act: decisionActs[decision],
      connectionId,
      subject: { service, id, name },
      personId,
      send: async (attempt: string) => {
        try {
          return await sendThrough(service, () => post(attempt))
        } catch (error) {
          // the access request may have changed
          void client.invalidateQueries({ queryKey: accessRequestQuery(present).queryKey })
          throw error
        }
      },
    }
    if (attempt !== null) attempts.forget(attempt.id)
    const [started = ''] = attempts.start([order])
    setAttemptId(started)
    onSent(started)
  }

  return {
    /** The version that the decision rests on. */
    decidedOn,
    /** Null before anything was sent. */
    attempt,
    /** A request is open. */
    pending: attempt !== null && attempt.step !== 'answered',
    /** The access request has changed; the person must review it first. */
    isStale,
    /** What changed, in words. */
    changes: isStale ? changesBetween(decidedOn, present) : [],
    /** The request may have reached OCI. */
    wasSent: attempt !== null && (attempt.step !== 'answered' || wasSent(attempt)),
    /** The attempt failed for another reason than a stale version. */
    hasFailed: standing === 'failed' && !isRefusedAsStale,
    isUnknown: standing === 'unknown',
    /** Continues with the current version. */
    decideOnPresent: () => {
      setDecidedOn(present)
      if (attempt !== null) attempts.forget(attempt.id)
      setAttemptId(null)
    },
    send,
    tryAgain: () => attempt && tryAgain(attempt, attempt.action ?? undefined),
  }
}

export type Deciding = Pick<
  ReturnType<typeof useDecision>,
  'attempt' | 'pending' | 'isStale' | 'changes' | 'wasSent' | 'hasFailed' | 'isUnknown' | 'decideOnPresent' | 'tryAgain'
>
