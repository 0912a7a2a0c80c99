import { createHub, type Tab } from './hub.ts'
import type { FromHub, ToHub } from './protocol.ts'
import { realSurroundings } from './surroundings.ts'

/** A hub for this page alone, where the browser has no SharedWorker. */
export function startPageHub(receive: (message: FromHub) => void): (message: ToHub) => void {
  const hub = createHub(realSurroundings)
  const tab: Tab = { post: receive }
  return (message) => {
    if (message.type !== 'alive') hub.receive(tab, message)
  }
}
