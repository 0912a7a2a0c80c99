import type { LiveEvent, Source } from './source.ts'

interface ThingOptions<T> {
  read: (signal: AbortSignal, previous: T | undefined) => Promise<T>
  toEvent: (thing: T) => LiveEvent
  moving: (thing: T) => boolean
  ended: (thing: T) => boolean
}

/** One thing, told whole whenever anything but the time of reading changed. */
export function thingSource<T extends object>({ read, toEvent, moving, ended }: ThingOptions<T>): Source<T> {
  return {
    patience: 1,
    read: (previous, signal) => read(signal, previous),
    whole: (thing) => [toEvent(thing)],
    changes: (before, after) => (print(before) === print(after) ? [] : [toEvent(after)]),
    moving,
    ended,
  }
}

const print = (thing: object) => JSON.stringify({ ...thing, readAt: null })
