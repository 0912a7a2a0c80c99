import type { ServerResponse } from 'node:http'

/** The most bytes that are handed to the connection at once, so that progress of a slow reader is visible. */
const pieceBytes = 64 * 1024

/** What has been sent to one reader, and what waits. */
export interface Outbox {
  /** Queues a frame. With a key it replaces the frame of that key that still waits: a slow reader gets the latest one. */
  put(frame: Buffer, key?: string): void
  /** Resolves when nothing waits, or when the connection has closed. */
  ready(): Promise<void>
  /** How long the connection has not taken any byte, in milliseconds. 0 when nothing waits. */
  stuckMs(): number
}

/** Writes frames to a response in order, one piece at a time: the next piece when the connection has taken the last one. */
export function createOutbox(response: ServerResponse): Outbox {
  const waiting = new Map<string | symbol, Buffer>()
  /** What is left of a frame that is larger than a piece. */
  let rest: Buffer | undefined
  let writingSince: number | undefined
  let resolveReady: (() => void)[] = []

  const isClosed = () => response.destroyed || response.writableEnded

  function write() {
    const piece = isClosed() ? undefined : nextPiece()
    if (rest === undefined && waiting.size === 0) for (const resolve of resolveReady.splice(0)) resolve()
    writingSince = piece && performance.now()
    if (piece) response.write(piece, write)
  }

  function nextPiece(): Buffer | undefined {
    const parts: Buffer[] = []
    for (let room = pieceBytes; room > 0;) {
      const frame = rest ?? takeFirst()
      if (!frame) break
      parts.push(frame.subarray(0, room))
      rest = frame.length > room ? frame.subarray(room) : undefined
      room -= frame.length
    }
    return parts.length > 1 ? Buffer.concat(parts) : parts[0]
  }

  function takeFirst(): Buffer | undefined {
    for (const [key, frame] of waiting) {
      waiting.delete(key)
      return frame
    }
    return undefined
  }

  response.once('close', () => {
    waiting.clear()
    rest = undefined
    for (const resolve of resolveReady.splice(0)) resolve()
  })

  return {
    put(frame, key = '') {
      if (isClosed()) return
      const place = key === '' ? Symbol('frame') : key
      waiting.delete(place)
      waiting.set(place, frame)
      if (writingSince === undefined) write()
    },
    ready() {
      if (isClosed() || (rest === undefined && waiting.size === 0)) return Promise.resolve()
      return new Promise((resolve) => resolveReady.push(resolve))
    },
    stuckMs: () => (writingSince === undefined ? 0 : performance.now() - writingSince),
  }
}
