import type { TopicState } from '@gatehouse/contract'
import type { Problem } from '../problem.ts'
import type { LiveEvent } from './source.ts'

/** Tracks the state of a topic. The methods with events as result return those that watchers have not had yet. */
export interface TopicStates {
  succeeded(atMs: number, ended: boolean): LiveEvent[]
  failed(problem: Problem): LiveEvent[]
  /** Another replica has read the topic. */
  follow(state: TopicState): LiveEvent[]
  now(): TopicState
  /** For a new watcher. Empty until the first read has ended. */
  present(): LiveEvent[]
  /** Polling starts again: `ended` and `gone` become `live`. */
  reset(): void
  isFailing(): boolean
  isGone(): boolean
  isEnded(): boolean
  /** Ended or gone: another read would find nothing new. */
  isOver(): boolean
}

/** An unchanged state is sent this often, so that a page knows when the topic was last read. */
const repeatMs = 5_000

export function createTopicStates(topic: string): TopicStates {
  let now: TopicState = { topic, state: 'live', reason: null, opcRequestId: null, readAt: null }
  let sentMs = 0

  function become(next: TopicState): LiveEvent[] {
    const isNews = next.state !== now.state || next.reason !== now.reason || Date.now() - sentMs >= repeatMs
    now = next
    if (!isNews) return []
    sentMs = Date.now()
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
    follow: become,
    now: () => now,
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
