import type { TopicState } from '@gatehouse/contract'
import type { Problem } from '../problem.ts'
import type { LiveEvent } from './source.ts'

/** Keeps what watchers were told about how a topic fares; each of these gives what there is to tell anew. */
export interface TopicStates {
  succeeded(atMs: number, ended: boolean): LiveEvent[]
  failed(problem: Problem): LiveEvent[]
  /** For who begins to watch; nothing before the first look has ended. */
  present(): LiveEvent[]
  /** It is looked at again although it was over. */
  reset(): void
  isFailing(): boolean
  isGone(): boolean
  isEnded(): boolean
  /** Ended or gone: looking again is of no use. */
  isOver(): boolean
}

/** While all is calm, watchers are told this often when it was last read: a page knows its age. */
const stillMs = 5_000

export function createTopicStates(topic: string): TopicStates {
  let now: TopicState = { topic, state: 'live', reason: null, opcRequestId: null, readAt: null }
  let toldMs = 0

  function become(next: TopicState): LiveEvent[] {
    const isNews = next.state !== now.state || next.reason !== now.reason || Date.now() - toldMs >= stillMs
    now = next
    if (!isNews) return []
    toldMs = Date.now()
    return [{ event: 'topic-state', data: next }]
  }

  return {
    succeeded(atMs, ended) {
      const readAt = new Date(atMs).toISOString()
      return become({ topic, state: ended ? 'ended' : 'live', reason: null, opcRequestId: null, readAt })
    },
    failed({ code, message, opcRequestId = null }) {
      return become({ ...now, state: code === 'not_found' ? 'gone' : 'failing', reason: message, opcRequestId })
    },
    present: () => (now.state === 'live' && now.readAt === null ? [] : [{ event: 'topic-state', data: now }]),
    reset() {
      if (now.state === 'ended' || now.state === 'gone')
        now = { ...now, state: 'live', reason: null, opcRequestId: null }
    },
    isFailing: () => now.state === 'failing',
    isGone: () => now.state === 'gone',
    isEnded: () => now.state === 'ended',
    isOver: () => now.state === 'ended' || now.state === 'gone',
  }
}
