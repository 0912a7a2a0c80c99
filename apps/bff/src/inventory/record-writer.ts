import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { placeIds, type NounName } from './noun.ts'
import type { PlacePoller } from './place-poller.ts'
import { writePlaceRecords } from './place-records.ts'

/** Records of places are written together, because a calm place changes nothing but its time. Milliseconds. */
const gatherMs = 1_000

/** Writes when places were read. */
export interface RecordWriter {
  /** `isAwaited`: a person waits for it, perhaps on another replica, so it is written at once. */
  add(poller: PlacePoller, isAwaited: boolean): void
  /** Writes what is left. */
  close(): Promise<void>
}

interface RecordWriterOptions {
  db: Kysely<Tables>
  noun: NounName
  onWritten: () => void
  onBug: (error: unknown) => void
}

export function createRecordWriter({ db, noun, onWritten, onBug }: RecordWriterOptions): RecordWriter {
  const unwritten = new Set<PlacePoller>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write).catch(onBug)
    return writing
  }

  async function write() {
    const entries = [...unwritten]
    if (entries.length === 0) return
    unwritten.clear()
    const records = entries.map((poller) => ({ place: placeIds(poller.place), ...poller.record() }))
    await writePlaceRecords(db, noun, records)
    onWritten()
  }

  return {
    add(poller, isAwaited) {
      unwritten.add(poller)
      if (isAwaited) void flush()
      else timer ??= setTimeout(() => void flush(), gatherMs)
    },
    close: flush,
  }
}
