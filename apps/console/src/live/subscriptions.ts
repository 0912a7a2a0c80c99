import { topicMaxLength, topicsPerStream } from './topics.ts'
import type { TopicState } from '@gatehouse/contract'
import type { StreamRequest } from './open-events.ts'
import type { Following, LiveEvent } from './protocol.ts'

export interface Chosen {
  request: StreamRequest | null
  /** Topics that do not fit into the stream. */
  leftOut: TopicState[]
}

/** The state of each topic on the stream: where it resumes, its last state, and whether it is over. */
export function createSubscriptions() {
  /** By topic, the id of its last event. Logs resume where the tabs say. */
  const versions = new Map<string, string>()
  const states = new Map<string, TopicState>()

  const forget = (topic: string) => {
    versions.delete(topic)
    states.delete(topic)
  }

  return {
    /** A tab follows the topic anew, and may have missed its events: the stream begins it from the start. */
    begin: (topic: string) => {
      versions.delete(topic)
      if (isOver(states.get(topic))) states.delete(topic)
    },

    stateOf: (topic: string) => states.get(topic),

    note: (event: LiveEvent, id: string | undefined) => {
      const { topic } = event.data
      if (event.name === 'topic-state') states.set(topic, event.data)
      else if (event.name === 'work-request-log' || event.name === 'activity') return
      else if (id === undefined) versions.delete(topic)
      else versions.set(topic, id)
    },

    /** The stream for the topics of all tabs. Beyond the limit, the latest topics win. */
    choose: (tabs: readonly ReadonlyMap<string, Following>[]): Chosen => {
      const all = merge(tabs)
      for (const topic of [...states.keys(), ...versions.keys()]) if (!all.has(topic)) forget(topic)
      const tooLong = [...all.keys()].filter((topic) => topic.length > topicMaxLength)
      for (const topic of tooLong) all.delete(topic)
      const wanted = [...all.values()].filter(({ topic }) => !isOver(states.get(topic)))
      const followed = wanted.slice(-topicsPerStream)
      const leftOut = wanted.slice(0, wanted.length - followed.length)
      return {
        request: followed.length > 0 ? toRequest(followed, versions) : null,
        leftOut: [
          ...leftOut.map(({ topic }) => refused(topic, tooMany)),
          ...tooLong.map((topic) => refused(topic, long)),
        ],
      }
    },
  }
}

const isOver = (state: TopicState | undefined) => state?.state === 'ended' || state?.state === 'gone'

/** The topics of all tabs without duplicates, each from the earliest `after`. */
function merge(tabs: readonly ReadonlyMap<string, Following>[]): Map<string, Following> {
  const all = new Map<string, Following>()
  for (const { topic, after } of tabs.flatMap((following) => [...following.values()])) {
    const existing = all.get(topic)
    all.set(topic, { topic, after: existing ? earliest(existing.after, after) : after })
  }
  return all
}

/** Only logs have an `after`. */
const earliest = (a: number | undefined, b: number | undefined) =>
  a === undefined && b === undefined ? undefined : Math.min(a ?? 0, b ?? 0)

function toRequest(followed: readonly Following[], versions: ReadonlyMap<string, string>): StreamRequest {
  const lastEventIds = followed.flatMap(({ topic, after }) => {
    const version = after === undefined ? versions.get(topic) : String(after)
    return version === undefined ? [] : [[topic, version]]
  })
  return { topics: followed.map(({ topic }) => topic), lastEventIds: Object.fromEntries(lastEventIds) }
}

const tooMany = `More than ${topicsPerStream} live views are open in this browser, so this one is not updated. Close some tabs.`
const long = 'This view has too many filters to be updated live. Remove some, or reload the page to read it again.'

const refused = (topic: string, reason: string): TopicState => ({
  topic,
  state: 'refused',
  reason,
  opcRequestId: null,
  readAt: null,
})
