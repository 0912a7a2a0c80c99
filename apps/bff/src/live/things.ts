import type { AccessRequest, DesktopPool, WorkRequest } from '@gatehouse/contract'
import type { LiveHub, TopicStates } from './live-hub.ts'
import type { Source } from './source.ts'
import { topicName, type TopicOf } from './topic.ts'
import { toProblem } from '../problem.ts'
import type { Store } from '../store/store.ts'
import { itemsById } from '../inventory/items.ts'

/** Single things with a page. */
export type Thing = AccessRequest | DesktopPool | WorkRequest
export type ThingKind = 'access-request' | 'desktop-pool' | 'work-request'

/** Things that stay when OCI no longer has them. */
const kept = new Set<ThingKind>(['access-request', 'work-request'])

/** Saved this often without a change too, in case another replica has saved something older since. Milliseconds. */
const saveEveryMs = 30_000

type States = Pick<TopicStates, ThingKind>

/** Keeps the last state of each thing, for when OCI does not answer, or no longer has it. */
export interface Things {
  /** A source that keeps what it reads. When OCI no longer has a thing that stays, it gives the kept state, as final. */
  keep<T extends Thing>(topic: TopicOf<ThingKind>, source: Source<T>): Source<T>
  /** The present state, or the kept one when OCI fails. Rejects when there is neither. */
  read<K extends ThingKind>(topic: TopicOf<K>): Promise<States[K]>
}

export function createThings({ db, reader }: Pick<Store, 'db' | 'reader'>, live: Pick<LiveHub, 'read'>): Things {
  /** The kept state. A work request is the same in its list, so one that was never opened is found there. */
  async function find(topic: TopicOf<ThingKind>): Promise<Thing | null> {
    const name = topicName(topic)
    const row = await reader.selectFrom('inventory_things').select('thing').where('topic', '=', name).executeTakeFirst()
    if (row) return JSON.parse(row.thing) as Thing // written by `save`, under a topic of this kind
    if (topic.kind !== 'work-request') return null
    const items = await itemsById<WorkRequest>(reader, 'work-requests', [topic.id], topic.connectionId)
    return items.get(topic.id) ?? null
  }

  async function save(topic: TopicOf<ThingKind>, thing: Thing, forgottenAt: string | null): Promise<void> {
    const readAt = 'readAt' in thing ? thing.readAt : new Date().toISOString()
    const row = { thing: JSON.stringify(thing), read_at: readAt, forgotten_at: forgottenAt }
    await db
      .insertInto('inventory_things')
      .values({ topic: topicName(topic), ...row })
      .onConflict((conflict) => conflict.column('topic').doUpdateSet(row))
      .execute()
  }

  /** Null when OCI still has it, or nothing of it is kept. */
  async function forgotten(topic: TopicOf<ThingKind>, error: unknown): Promise<Thing | null> {
    if (!kept.has(topic.kind) || toProblem(error).code !== 'not_found') return null
    const thing = await find(topic)
    if (!thing || !('forgottenAt' in thing)) return null
    if (thing.forgottenAt !== null) return thing
    const result = { ...thing, forgottenAt: new Date().toISOString() }
    await save(topic, result, result.forgottenAt)
    return result
  }

  return {
    keep<T extends Thing>(topic: TopicOf<ThingKind>, source: Source<T>): Source<T> {
      let last: T | undefined
      let savedMs = -Infinity
      return {
        ...source,
        kept: async () => (await find(topic)) as T | null, // kept under this topic
        async read(previous, signal) {
          try {
            const thing = await source.read(previous, signal)
            const isDue = !last || source.changes(last, thing).length > 0 || Date.now() - savedMs > saveEveryMs
            if (isDue) {
              await save(topic, thing, null)
              savedMs = Date.now()
            }
            last = thing
            return thing
          } catch (error) {
            const thing = await forgotten(topic, error)
            if (thing) return thing as T // kept under this topic
            throw error
          }
        },
        ended: (thing) => source.ended(thing) || ('forgottenAt' in thing && thing.forgottenAt !== null),
      }
    },
    async read<K extends ThingKind>(topic: TopicOf<K>): Promise<States[K]> {
      try {
        return await live.read<K>(topic)
      } catch (error) {
        const { code } = toProblem(error)
        if (code === 'not_found' || code === 'forbidden' || code === 'invalid_input') throw error
        const thing = await find(topic)
        if (!thing) throw error
        return thing as States[K] // kept under this topic
      }
    },
  }
}
