import type { Dispatcher } from 'undici'
import type { RawAnswer } from './answer.ts'
import type { Deadline } from './deadline.ts'

/**
 * Sends a request and reads its answer to the end. Rejects with the deadline's reason, or with an error of undici.
 *
 * Over `dispatch`, since `request` makes a stream and a signal of every answer, which cost more than the rest together.
 */
export function exchange(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  deadline: Deadline,
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
    // again when the connection was lost before anything was sent on it
    onRequestStart(started) {
      controller = started
      if (deadline.reason) started.abort(deadline.reason)
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
