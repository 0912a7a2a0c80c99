import type { AccessRequest, Action } from '@gatehouse/contract'
import { useMutation, useQueryClient, type UseMutationOptions } from '@tanstack/react-query'
import { useState } from 'react'
import { activityOfQuery } from '../api/listings.ts'
import { ApiError } from '../api/api-error.ts'
import { mayHaveHappened } from './attempt.ts'
import { changesBetween } from './changes.ts'
import { accessRequestQuery, type AccessRequestPlace } from './queries.ts'

interface Deciding<Body> {
  /** As it is now; it may change while the dialog is open. */
  present: AccessRequest
  mutation: UseMutationOptions<Action, Error, { place: AccessRequestPlace; body: Body }>
  /** OCI has confirmed it. `before` is what was decided on. */
  onSent: (action: Action, before: AccessRequest) => void
}

/**
 * One decision in a dialog: what it rests on, and the attempt it is sent as. An attempt whose answer was lost is only ever
 * repeated; what was refused, and what rests on something newer, is another attempt.
 */
export function useDecision<Body extends { attemptId: string; seen: string }>({
  present,
  mutation,
  onSent,
}: Deciding<Body>) {
  const client = useQueryClient()
  const [decidedOn, setDecidedOn] = useState(present)
  const [attemptId, setAttemptId] = useState(() => crypto.randomUUID())
  const [lost, setLost] = useState(false)

  const sending = useMutation({
    ...mutation,
    onSuccess: (action) => onSent(action, decidedOn),
    // the button stays busy until it is known what to do next
    async onError(error) {
      const code = error instanceof ApiError ? error.code : 'internal'
      if (!mayHaveHappened(code)) {
        setLost(false)
        setAttemptId(crypto.randomUUID())
        await client.invalidateQueries({ queryKey: accessRequestQuery(present).queryKey })
        return
      }
      const known = await readAttempt()
      if (known?.status === 'confirmed') {
        onSent(known, decidedOn)
        return
      }
      const refused = known?.status === 'refused'
      setLost(!refused)
      if (refused) setAttemptId(crypto.randomUUID())
    },
  })

  /** What the ledger says of the attempt; undefined when it does not know it, or cannot be asked. */
  async function readAttempt() {
    const query = { ...activityOfQuery(present.id), staleTime: 0 }
    const ledger = await client.fetchQuery(query).catch(() => undefined)
    return ledger?.items.find(({ id }) => id === attemptId)
  }

  const isStale = present.version !== decidedOn.version && !lost
  return {
    /** What the decision rests on. */
    decidedOn,
    pending: sending.isPending,
    /** The answer was lost: the same may be sent again, and nothing else. */
    lost,
    /** What is no longer as it was when it was decided on; empty while all is. */
    changes: isStale ? changesBetween(decidedOn, present) : [],
    isStale,
    /** What the sending failed with; not when the changes say why. */
    error: isStale && sending.error instanceof ApiError && sending.error.code === 'stale' ? null : sending.error,
    /** Rests the decision on what it is now. */
    lookAgain: () => {
      setDecidedOn(present)
      setAttemptId(crypto.randomUUID())
      sending.reset()
    },
    send: (body: Omit<Body, 'attemptId' | 'seen'>) =>
      sending.mutate({ place: decidedOn, body: { ...body, attemptId, seen: decidedOn.version } as Body }), // all of it but those two is given
  }
}
