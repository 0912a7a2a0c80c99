import type { Action } from '@gatehouse/contract'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { actOnEach, type Outcome } from './act-on-each.ts'
import { ApiError } from './api-error.ts'
import { attemptToRepeat, newAttemptId } from './attempts.ts'

interface Thing {
  /** The OCID of what is acted on. */
  id: string
}

/** Acting on several things as one: each an attempt of its own, each with an outcome, and what failed can be tried again. */
export function useActOnEach<Item extends Thing>(act: (item: Item, attemptId: string) => Promise<Action>) {
  const [items, setItems] = useState<readonly Item[]>([])
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const attempts = useRef(new Map<string, string>())

  const { mutate, isPending } = useMutation({
    mutationFn: async ({
      chosen,
      attemptOf,
    }: {
      chosen: readonly Item[]
      attemptOf: (item: Item) => Promise<string>
    }) => {
      let signedOut: ApiError | undefined
      await actOnEach(
        chosen,
        async (item) => {
          const attemptId = await attemptOf(item)
          attempts.current.set(item.id, attemptId)
          return act(item, attemptId)
        },
        (item, outcome) => {
          setOutcomes((before) => new Map(before).set(item.id, outcome))
          if (outcome.step === 'failed' && outcome.error instanceof ApiError && outcome.error.code === 'not_signed_in')
            signedOut = outcome.error
        },
      )
      // what each failed with is shown with it; that nobody is signed in any more concerns the whole console
      if (signedOut) throw signedOut
    },
  })

  const failed = items.filter(({ id }) => outcomes.get(id)?.step === 'failed')
  return {
    /** What it was started with, in that order. */
    items,
    outcomes,
    /** Those that can be tried again. */
    failed,
    pending: isPending,
    start: (chosen: readonly Item[]) => {
      attempts.current.clear()
      setOutcomes(new Map())
      setItems(chosen)
      mutate({ chosen, attemptOf: () => Promise.resolve(newAttemptId()) })
    },
    retryFailed: () =>
      mutate({
        chosen: failed,
        attemptOf: async ({ id }) => {
          const before = attempts.current.get(id)
          return before === undefined ? newAttemptId() : attemptToRepeat(before, id)
        },
      }),
    /** Forgets how it went, for another question. */
    clear: () => setItems([]),
  }
}

export type ActsOnEach<Item extends Thing> = ReturnType<typeof useActOnEach<Item>>
