import { createHash } from 'node:crypto'
import type { LiveEvent, Source } from './source.ts'

interface ThingOptions<T> {
  read: (signal: AbortSignal, previous: T | undefined) => Promise<T>
  toEvent: (thing: T) => LiveEvent
  moving: (thing: T) => boolean
  ended: (thing: T) => boolean
}

/** The source of a single thing. Watchers get it whole when anything but `readAt` changed. */
export function thingSource<T extends object>({ read, toEvent, moving, ended }: ThingOptions<T>): Source<T> {
  const versioned = (thing: T): LiveEvent => ({ ...toEvent(thing), id: versionOf(thing) })
  return {
    read: (previous, signal) => read(signal, previous),
    whole: (thing) => [versioned(thing)],
    changes: (before, after) => (print(before) === print(after) ? [] : [versioned(after)]),
    moving,
    ended,
  }
}

const print = (thing: object) => JSON.stringify({ ...thing, readAt: null })

const versionOf = (thing: object) => createHash('sha256').update(print(thing)).digest('base64url').slice(0, 22)
