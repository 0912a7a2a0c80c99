import type { TopicState } from '@gatehouse/contract'
import type { Person } from '../../access/person.ts'
import { parseTopic, topicName, topicPermission, type Topic } from '../../live/topic.ts'

export interface WantedTopics {
  /** Without duplicates. */
  topics: Topic[]
  /** The others. Each with the reason, so that one of them does not cost the person the rest. */
  refused: TopicState[]
}

/** Sorts the topics of a subscription by whether the person may watch them. */
export function wantedTopics(names: readonly string[], person: Person): WantedTopics {
  const wanted: WantedTopics = { topics: [], refused: [] }
  for (const name of new Set(names)) {
    const topic = parseTopic(name)
    const reason = topic ? missingPermission(topic, person) : 'This is not a topic that can be watched.'
    if (topic && reason === undefined) wanted.topics.push(topic)
    else
      wanted.refused.push({ topic: name, state: 'refused', reason: reason ?? null, opcRequestId: null, readAt: null })
  }
  return wanted
}

function missingPermission(topic: Topic, { role, permissions }: Person): string | undefined {
  const permission = topic.kind === 'view' ? topic.permission : topicPermission[topic.kind]
  if (permission === null || permissions.includes(permission)) return undefined
  return `As ${role} you may not watch ${topicName(topic)}: it needs the permission ${permission}.`
}
