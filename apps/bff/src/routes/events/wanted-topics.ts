import type { Person } from '../../access/person.ts'
import { parseTopic, topicName, topicPermission, type Topic } from '../../live/topic.ts'
import { Problem } from '../../problem.ts'

/** The topics of a subscription, without duplicates. Throws `invalid_input` or `forbidden` if any one of them is not allowed. */
export function wantedTopics(names: readonly string[], person: Person): Topic[] {
  const topics = [...new Set(names)].map((name) => {
    const topic = parseTopic(name)
    if (topic) return topic
    throw new Problem('invalid_input', `"${name}" is not a topic that can be watched.`, {
      errors: [{ field: 'topic', message: 'must be a topic, such as work-requests' }],
    })
  })
  for (const topic of topics) {
    const permission = topic.kind === 'view' ? topic.permission : topicPermission[topic.kind]
    if (permission !== null && !person.permissions.includes(permission))
      throw new Problem(
        'forbidden',
        `As ${person.role} you may not watch ${topicName(topic)}: it needs the permission ${permission}.`,
      )
  }
  return topics
}

/**
 * The sequence after which log lines are sent. When a browser reconnects, it sends the id of the last event as a header.
 * The header wins over `after` in the address, which is where the page first subscribed.
 */
export function resumePoint(lastEventId: string | string[] | undefined, after: number | undefined): number {
  if (lastEventId === undefined || lastEventId === '') return after ?? 0
  const sequence = Number(lastEventId)
  if (Number.isSafeInteger(sequence) && sequence >= 0) return sequence
  throw new Problem('invalid_input', 'The header last-event-id must be the id of an event of this stream.')
}
