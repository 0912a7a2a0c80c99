import { useSyncExternalStore } from 'react'
import type { Tone } from './tones.ts'

const stayMs = 8000
const most = 3

export interface Toast {
  id: number
  tone: Tone
  text: string
  /** The page of the thing. */
  to?: string
}

let toasts: readonly Toast[] = []
let lastId = 0
const watchers = new Set<() => void>()

const set = (next: readonly Toast[]) => {
  toasts = next
  for (const watcher of watchers) watcher()
}

/** Announces something that finished elsewhere. Errors on the present page are shown inline instead. */
export function toast(content: Omit<Toast, 'id'>) {
  lastId += 1
  const id = lastId
  set([...toasts.slice(1 - most), { ...content, id }])
  setTimeout(() => dismissToast(id), stayMs)
}

export const dismissToast = (id: number) => set(toasts.filter((each) => each.id !== id))

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const useToasts = () => useSyncExternalStore(watch, () => toasts)
