import { useSyncExternalStore } from 'react'

export type LogTimes = 'local' | 'utc' | 'elapsed' | 'none'

/** How this reader likes logs; remembered in the browser. */
export interface LogPreferences {
  wrap: boolean
  times: LogTimes
}

const key = 'gatehouse.log'
const usual: LogPreferences = { wrap: true, times: 'local' }
const listeners = new Set<() => void>()
let present: LogPreferences | undefined

function read(): LogPreferences {
  if (present) return present
  let kept: Partial<LogPreferences> = {}
  try {
    kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<LogPreferences> // checked below
  } catch {
    // storage is off or holds something else: the usual ones then
  }
  present = {
    wrap: typeof kept.wrap === 'boolean' ? kept.wrap : usual.wrap,
    times: ['local', 'utc', 'elapsed', 'none'].includes(kept.times ?? '') ? (kept.times ?? usual.times) : usual.times,
  }
  return present
}

function change(patch: Partial<LogPreferences>) {
  present = { ...read(), ...patch }
  try {
    localStorage.setItem(key, JSON.stringify(present))
  } catch {
    // storage is off: remembered until the page is closed
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLogPreferences() {
  return [useSyncExternalStore(subscribe, read), change] as const
}
