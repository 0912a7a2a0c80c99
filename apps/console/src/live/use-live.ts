import type { TopicState } from '@gatehouse/contract'
import { useEffect, useSyncExternalStore } from 'react'
import { live } from './live.ts'
import type { Following } from './protocol.ts'

/**
 * Follows topics while the component is mounted: `useLiveTopics([topics.desktopPools])`. Give a log's topic with the
 * sequence of its last line that is there: `{ topic: topics.workRequestLog(it), after: 1234 }`. What comes goes to the
 * rooms' handlers, and from them into the query cache.
 */
export function useLiveTopics(following: readonly (string | Following)[]) {
  const wanted = following.map((each) => (typeof each === 'string' ? { topic: each } : each))
  const key = wanted.map(({ topic }) => topic).join('\n')
  useEffect(
    () => live.follow(wanted),
    // oxlint-disable-next-line react/exhaustive-deps -- the names say which topics; how far a log was read matters only at the beginning
    [key],
  )
}

/** Whether what is on screen is kept up to date now, and since when. */
export const useLiveState = () => useSyncExternalStore(live.watch, live.readConnection)

/** What the hub last said of a topic: failing and why, ended, gone. Undefined before it said anything. */
export const useTopicState = (topic: string): TopicState | undefined =>
  useSyncExternalStore(live.watch, () => live.readTopicStates().get(topic))

/** All that the hub said of topics that are followed. */
export const useTopicStates = () => useSyncExternalStore(live.watch, live.readTopicStates)
