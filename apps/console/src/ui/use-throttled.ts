import { useEffect, useState } from 'react'
import { createThrottle } from './throttle.ts'

/** The value: the first one at once, later ones at most every `ms`. */
export function useThrottled<T>(value: T, ms: number): T {
  const [throttled, setThrottled] = useState(value)
  const [throttle] = useState(() => createThrottle<T>(ms, setThrottled))
  useEffect(() => throttle.push(value), [throttle, value])
  useEffect(() => throttle.cancel, [throttle])
  return throttled
}
