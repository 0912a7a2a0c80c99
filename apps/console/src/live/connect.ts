import type { FromHub, ToHub } from './protocol.ts'

/** Connects to the hub: in a SharedWorker for all tabs, or within this page when the browser has none. */
export function connectHub(receive: (message: FromHub) => void): (message: ToHub) => void {
  if (typeof SharedWorker === 'undefined') return withinPage(receive)

  const worker = new SharedWorker(new URL('./stream.worker.ts', import.meta.url), {
    type: 'module',
    name: 'gatehouse-live',
  })
  worker.port.addEventListener('message', ({ data }: MessageEvent<FromHub>) => receive(data))
  worker.port.start()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has a single other end
  const send = (message: ToHub) => worker.port.postMessage(message)
  holdLock(send)
  addEventListener('pagehide', () => send({ type: 'bye' }))
  return send
}

/** Messages sent before the hub has loaded are delivered afterwards. */
function withinPage(receive: (message: FromHub) => void) {
  const hub = import('./page-hub.ts').then(({ startPageHub }) => startPageHub(receive))
  return (message: ToHub) => void hub.then((send) => send(message))
}

/** A Web Lock held for the life of the page: the worker gets it when the page is gone. Missing on plain http. */
function holdLock(send: (message: ToHub) => void) {
  if (!('locks' in navigator)) return
  const lock = `gatehouse-tab-${crypto.randomUUID()}`
  void navigator.locks.request(lock, () => {
    send({ type: 'alive', lock })
    return new Promise(() => {}) // never settles: the lock ends with the page
  })
}
