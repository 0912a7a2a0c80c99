import type { Dispatcher } from 'undici'
import type { RawAnswer } from './answer.ts'
import type { Deadline } from './deadline.ts'

/**
 * Sends a request and reads its answer to the end. Rejects with the deadline's reason, or with an error of undici.
 *
 * `onSending` is called when the request is about to be written to a connection; until then, it cannot have taken effect.
 * undici calls `onRequestStart` in `writeH1` (lib/dispatcher/client-h1.js), on a socket that is connected, TLS and a
 * proxy's tunnel included, and directly before it writes. A tunnel's CONNECT is a request of its own. A request for which
 * it was not called waits for a connection, or failed with it.
 *
 * Over `dispatch`, since `request` makes a stream and a signal of every answer, which cost more than the rest together.
 */
export function exchange(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  deadline: Deadline,
  onSending: () => void,
): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>()
  let controller: Dispatcher.DispatchController | undefined
  let status = 0
  let headers: RawAnswer['headers'] = {}
  const chunks: Buffer[] = []
  const stop = deadline.watch((reason) => {
    reject(reason)
    controller?.abort(reason)
  })
  if (deadline.reason) return promise

  dispatcher.dispatch(options, {
    onRequestStart(started) {
      controller = started
      // the call ended while its request waited for a connection; a request that is aborted here is not written
      if (deadline.reason) started.abort(deadline.reason)
      else onSending()
    },
    // again after an interim answer, such as 103
    onResponseStart(_, statusCode, fields) {
      status = statusCode
      headers = fields
    },
    onResponseData(_, chunk) {
      chunks.push(chunk)
    },
    onResponseEnd() {
      stop()
      const [only = noBytes] = chunks
      resolve({ status, headers, body: chunks.length > 1 ? Buffer.concat(chunks) : only })
    },
    onResponseError(_, error) {
      stop()
      reject(error)
    },
  })
  return promise
}

const noBytes = Buffer.alloc(0)
