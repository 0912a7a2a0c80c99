import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { attempts } from '../api/attempts.ts'
import { currentActsQuery } from '../api/activity.ts'
import { useUser } from '../api/session.ts'
import { actWords } from '../states/activity-words.ts'
import { useNow } from '../ui/now.ts'
import { concerns, currentActs, isOpen, type CurrentAct } from './current-acts.ts'

/** The attempts of this tab, updated from the cached ledger. */
export function useAttempts() {
  const { data: actions } = useQuery(currentActsQuery)
  useEffect(() => {
    for (const action of actions ?? []) attempts.observe(action)
  }, [actions])
  return useSyncExternalStore(attempts.watch, attempts.read)
}

/** Every act to show now. The page must follow the ledger (`useLiveLedger`). */
export function useAllCurrentActs(): readonly CurrentAct[] {
  const { data: actions = [] } = useQuery(currentActsQuery)
  const own = useAttempts()
  const { id: personId } = useUser()
  const nowMs = useNow()
  return currentActs(actions, own.values(), { personId, nowMs })
}

/** The acts to show beside one thing. */
export function useCurrentActs(subjectId: string): readonly CurrentAct[] {
  return useAllCurrentActs().filter((act) => concerns(act, subjectId))
}

/**
 * Gives why a person should not start an act again, as a whole sentence: their own earlier attempt may have reached
 * OCI. Undefined when no attempt is open.
 */
export function useOpenAct() {
  const all = useAllCurrentActs()
  const { id: personId } = useUser()
  return (act: string, subjectId: string): string | undefined => {
    const open = all.some(({ action, attempt, standing }) => {
      const { act: name, subject } = (action ?? attempt)! // one of them is there
      const isOwn = attempt !== null || action?.by.id === personId
      return isOwn && isOpen(standing) && name === act && subject.id === subjectId
    })
    if (!open) return undefined
    return `Your last attempt to ${actWords(act)?.verb ?? 'do'} this is not settled yet.`
  }
}
