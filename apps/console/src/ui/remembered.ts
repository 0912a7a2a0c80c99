import { useState } from 'react'

/** A preference stored in this browser. `fallback` when none is stored or storage is off. */
export function readRemembered<T>(key: string, parse: (kept: unknown) => T | undefined, fallback: T): T {
  try {
    const kept = localStorage.getItem(`gatehouse.${key}`)
    return (kept === null ? undefined : parse(JSON.parse(kept))) ?? fallback
  } catch {
    return fallback
  }
}

export function remember(key: string, value: unknown) {
  try {
    localStorage.setItem(`gatehouse.${key}`, JSON.stringify(value))
  } catch {
    // storage is full or off: the choice lasts as long as the page
  }
}

/** State stored in this browser. `parse` gives undefined for invalid values. */
export function useRemembered<T>(key: string, parse: (kept: unknown) => T | undefined, fallback: T) {
  const [value, setValue] = useState(() => readRemembered(key, parse, fallback))
  const change = (next: T) => {
    setValue(next)
    remember(key, next)
  }
  return [value, change] as const
}
