import type { Action, ActName } from '@gatehouse/contract'
import { useState } from 'react'
import { standingOf, type Attempt } from '../api/attempt.ts'
import { attempts } from '../api/attempts.ts'
import { useUser } from '../api/session.ts'
import { useSend } from '../api/use-send.ts'
import { useAttempts } from './use-current-acts.ts'
import { useTryAgain } from './use-try-again.ts'

interface ActedOn {
  connectionId: string
  /** The OCID. */
  id: string
}

interface ActsOptions<Item extends ActedOn> {
  act: ActName
  service: Action['subject']['service']
  nameOf: (item: Item) => string
  send: (item: Item, attemptId: string) => Promise<Action>
}

/** An item with its attempt. */
export interface ItemAttempt<Item> {
  item: Item
  attempt: Attempt
}

/** One act on one or several items, one attempt each. The attempts outlive the component. */
export function useActs<Item extends ActedOn>({ act, service, nameOf, send }: ActsOptions<Item>) {
  const { id: personId } = useUser()
  const sendThrough = useSend()
  const tryAgain = useTryAgain()
  const all = useAttempts()
  const [started, setStarted] = useState<readonly { item: Item; attemptId: string }[]>([])

  const results = started.flatMap(({ item, attemptId }): ItemAttempt<Item>[] => {
    const attempt = all.get(attemptId)
    return attempt ? [{ item, attempt }] : []
  })
  const failed = results.filter(({ attempt }) => standingOf(attempt) === 'failed')
  const order = (item: Item) => ({
    act,
    connectionId: item.connectionId,
    subject: { service, id: item.id, name: nameOf(item) },
    personId,
    send: (attemptId: string) => sendThrough(service, () => send(item, attemptId)),
  })

  return {
    nameOf,
    /** The started items with their attempts, in order. Empty before `start`. */
    results,
    failed,
    /** A request is in progress or queued. */
    pending: results.some(({ attempt: { step } }) => step !== 'answered'),
    start: (items: readonly Item[]) => {
      const ids = attempts.start(items.map(order))
      setStarted(items.map((item, index) => ({ item, attemptId: ids[index] ?? '' })))
    },
    /** Retries each failed item as a new attempt. */
    retryFailed: () => {
      const old = failed.map(({ attempt }) => attempt.id)
      const fresh = attempts.retry(old)
      const idOf = new Map(old.map((id, index) => [id, fresh[index] ?? id]))
      setStarted((now) => now.map((each) => ({ ...each, attemptId: idOf.get(each.attemptId) ?? each.attemptId })))
    },
    /** Retries an unknown attempt under its id. */
    tryAgain,
    /** Drops the results, for another question. The attempts continue. */
    clear: () => setStarted([]),
  }
}

export type Acts<Item extends ActedOn> = ReturnType<typeof useActs<Item>>
