import type { LiveEvent, Source } from './source.ts'

interface ThingOptions<T> {
  read: (signal: AbortSignal, previous: T | undefined) => Promise<T>
  toEvent: (thing: T) => LiveEvent
  moving: (thing: T) => boolean
  ended: (thing: T) => boolean
}

/** The source of a single thing. Watchers get it whole when anything but `readAt` changed. */
export function thingSource<T extends object>({ read, toEvent, moving, ended }: ThingOptions<T>): Source<T> {
  return {
    read: (previous, signal) => read(signal, previous),
    whole: (thing) => [toEvent(thing)],
    changes: (before, after) => (print(before) === print(after) ? [] : [toEvent(after)]),
    moving,
    ended,
  }
}

const print = (thing: object) => JSON.stringify({ ...thing, readAt: null })
