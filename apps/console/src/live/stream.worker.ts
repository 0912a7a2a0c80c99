import { createHub, type Tab } from './hub.ts'
import type { ToHub } from './protocol.ts'
import { realSurroundings } from './surroundings.ts'

/** Runs in a SharedWorker: one for all tabs of this browser, so that they share one event stream. */
const hub = createHub(realSurroundings)

globalThis.addEventListener('connect', (event) => {
  const port = event instanceof MessageEvent ? event.ports[0] : undefined
  if (!port) return
  const tab: Tab = { post: (message) => port.postMessage(message) }
  port.addEventListener('message', ({ data }: MessageEvent<ToHub>) => {
    if (data.type === 'alive') void leaveWithLock(tab, data.lock)
    else hub.receive(tab, data)
  })
  port.start()
})

/** A port does not report a closed or crashed tab, but the browser releases the tab's lock. */
async function leaveWithLock(tab: Tab, lock: string) {
  await navigator.locks.request(lock, () => hub.leave(tab))
}
