import type { Person } from '../../access/person.ts'
import { parseTopic, topicPermission, type Topic } from '../../live/topic.ts'
import { Problem } from '../../problem.ts'

/** The topics that a stream asks for, each once. Throws `invalid_input` or `forbidden`: all of them may be watched, or none is. */
export function wantedTopics(names: readonly string[], person: Person): Topic[] {
  const topics = [...new Set(names)].map((name) => {
    const topic = parseTopic(name)
    if (topic) return topic
    throw new Problem('invalid_input', `"${name}" is not a topic that can be watched.`, {
      errors: [{ field: 'topic', message: 'must be a topic, such as work-requests' }],
    })
  })
  for (const { kind } of topics) {
    const permission = topicPermission[kind]
    if (!person.permissions.includes(permission))
      throw new Problem(
        'forbidden',
        `As ${person.role} you may not watch ${kind}: it needs the permission ${permission}.`,
      )
  }
  return topics
}

/**
 * Where to go on in the logs. The browser repeats the id of the last event it received as a header when it connects
 * again; what the address says is where the page began, long before.
 */
export function resumePoint(lastEventId: string | string[] | undefined, after: number | undefined): number {
  if (lastEventId === undefined || lastEventId === '') return after ?? 0
  const sequence = Number(lastEventId)
  if (Number.isSafeInteger(sequence) && sequence >= 0) return sequence
  throw new Problem('invalid_input', 'The header last-event-id must be the id of an event of this stream.')
}
