import type { TopicState } from '@gatehouse/contract'
import { useEffect, useSyncExternalStore } from 'react'
import { live } from './live.ts'
import type { Following } from './protocol.ts'

/**
 * Follows topics while the component is mounted: `useLiveTopics([topics.desktopPools])`. Pass a log's topic with the
 * sequence of its last line: `{ topic: topics.workRequestLog(it), after: 1234 }`. The rooms' handlers write events into
 * the query cache.
 */
export function useLiveTopics(following: readonly (string | Following)[]) {
  const wanted = following.map((each) => (typeof each === 'string' ? { topic: each } : each))
  const key = wanted.map(({ topic }) => topic).join('\n')
  useEffect(
    () => live.follow(wanted),
    // oxlint-disable-next-line react/exhaustive-deps -- the names identify the topics; `after` matters only when the subscription starts
    [key],
  )
}

/** The state of the live connection, and since when. */
export const useLiveState = () => useSyncExternalStore(live.watch, live.readConnection)

/** The latest state of a topic: failing and why, ended, gone. Undefined until the hub reports one. */
export const useTopicState = (topic: string): TopicState | undefined =>
  useSyncExternalStore(live.watch, () => live.readTopicStates().get(topic))

/** The latest states of all followed topics. */
export const useTopicStates = () => useSyncExternalStore(live.watch, live.readTopicStates)
