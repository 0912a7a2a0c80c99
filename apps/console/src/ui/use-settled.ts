import { useEffect, useState } from 'react'

/** Whether the value has not changed for `ms`. True at first. */
export function useSettled(value: string, ms: number): boolean {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled === value
}
