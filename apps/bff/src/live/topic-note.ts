import { TopicState } from '@gatehouse/contract'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'

/** What the replica that polls a topic notes in its lease for the replicas that follow it. */
const TopicNote = Type.Object({
  state: TopicState,
  /** When the last change was read. Followers then read the kept state. Null: none was. */
  changedAt: Type.Union([Type.String(), Type.Null()]),
})
export type TopicNote = Static<typeof TopicNote>

/** Null for no note, and for one of another version. */
export function parseTopicNote(json: string | null): TopicNote | null {
  const note: unknown = json === null ? null : JSON.parse(json)
  return Value.Check(TopicNote, note) ? note : null
}
