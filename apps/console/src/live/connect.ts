import type { FromHub, ToHub } from './protocol.ts'
import { retryImport } from './retry-import.ts'

/** How long a worker may take to answer its first message. Until then nothing is live. */
const answerMs = 5_000

type Receive = (message: FromHub) => void
type Send = (message: ToHub) => void

/**
 * Connects to the hub: in a SharedWorker for all tabs, or within this page when the browser has none, refuses it, or the
 * worker fails to load.
 */
export function connectHub(receive: Receive): Send {
  let send: Send = () => undefined
  let last: ToHub | null = null
  const fallBack = () => {
    send = withinPage(receive)
    if (last) send(last)
  }
  try {
    send = withWorker(receive, fallBack)
  } catch {
    // No SharedWorker, or the browser forbids it here.
    fallBack()
  }
  return (message) => {
    if (message.type === 'follow') last = message
    send(message)
  }
}

/** Throws when the browser cannot or may not start the worker. `failed` is called when it does not answer. */
function withWorker(receive: Receive, failed: () => void): Send {
  const worker = new SharedWorker(new URL('./stream.worker.ts', import.meta.url), {
    type: 'module',
    name: 'gatehouse-live',
  })
  const { port } = worker
  const closing = new AbortController()
  const { signal } = closing
  let deadline: ReturnType<typeof setTimeout> | undefined

  const post: Send = (message) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has a single other end
    port.postMessage(message)
  }
  const giveUp = () => {
    // A worker that starts later must not open a second stream for this tab.
    post({ type: 'bye' })
    closing.abort()
    failed()
  }
  worker.addEventListener('error', giveUp, { signal })
  signal.addEventListener('abort', () => clearTimeout(deadline))
  let hasAnswered = false
  port.addEventListener(
    'message',
    ({ data }: MessageEvent<FromHub>) => {
      hasAnswered = true
      clearTimeout(deadline)
      receive(data)
    },
    { signal },
  )
  port.start()
  holdLock(post, signal)
  addEventListener('pagehide', () => post({ type: 'bye' }), { signal })

  return (message) => {
    post(message)
    if (!hasAnswered) deadline ??= setTimeout(giveUp, answerMs)
  }
}

/** Messages sent before the hub has loaded are delivered afterwards. */
function withinPage(receive: Receive): Send {
  const hub = retryImport(() => import('./page-hub.ts')).then(({ startPageHub }) => startPageHub(receive))
  return (message) => void hub.then((send) => send(message))
}

/** A Web Lock held for the life of the page: the worker gets it when the page is gone. Missing on plain http. */
function holdLock(send: Send, signal: AbortSignal) {
  if (!('locks' in navigator)) return
  const lock = `gatehouse-tab-${crypto.randomUUID()}`
  void navigator.locks.request(lock, () => {
    send({ type: 'alive', lock })
    return new Promise<void>((release) => signal.addEventListener('abort', () => release()))
  })
}
