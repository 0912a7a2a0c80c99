import type { Dispatcher } from 'undici'
import type { RawAnswer } from './answer.ts'
import type { Deadline } from './deadline.ts'

/**
 * Sends a request and reads its answer to the end. Rejects with the deadline's reason, or with an error of undici.
 *
 * `onSending` is called directly before the request is written to a connection; until then it cannot have taken effect.
 * undici calls `onRequestStart` in `writeH1` (lib/dispatcher/client-h1.js), after the socket, its TLS and a proxy's tunnel
 * are connected. A tunnel's CONNECT is a separate request. Without that call, the request is still waiting for a
 * connection, or the connection failed.
 *
 * Uses `dispatch`, because `request` creates a stream and a signal per answer, which cost more than all other work.
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
      // The call may have ended while its request waited for a connection. A request aborted here is not written.
      if (deadline.reason) started.abort(deadline.reason)
      else onSending()
    },
    // Called again after an interim answer, such as 103.
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
