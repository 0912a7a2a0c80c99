import { topicMaxLength } from '../live/topics.ts'
import { useLiveTopics } from '../live/use-live.ts'

/** Follows windows by their topics. A window whose topic is too long is read by timer (`windowQuery`). */
export const useLiveWindows = (topics: readonly string[]) =>
  useLiveTopics(topics.filter((topic) => topic.length <= topicMaxLength))
