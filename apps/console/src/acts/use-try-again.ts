import type { Action } from '@gatehouse/contract'
import type { Attempt } from '../api/attempt.ts'
import { attempts } from '../api/attempts.ts'
import { call } from '../api/call.ts'
import { useSend } from '../api/use-send.ts'

/** Retries an unknown act under its id: an attempt of this tab, or an action of the ledger. */
export function useTryAgain() {
  const send = useSend()
  return ({ id, subject }: Pick<Attempt, 'id' | 'subject'>, action?: Action) => {
    const sendAgain = (attemptId: string) =>
      send(subject.service, () => call('POST /api/activity/:attemptId/try-again', { params: { attemptId } }))
    attempts.tryAgain(id, sendAgain, action)
  }
}
