import { useEffect, useEffectEvent, useState } from 'react'

const everyMs = 15_000

/** Announces the number of new lines to screen readers at intervals, instead of every line. */
export function LogAnnouncer({ lines, errors }: { lines: number; errors: number }) {
  const [announced, setAnnounced] = useState({ lines, errors, words: '' })

  const announce = useEffectEvent(() => {
    const newLines = lines - announced.lines
    if (newLines <= 0) return
    const newErrors = errors - announced.errors
    const lineWords = newLines === 1 ? '1 new line' : `${newLines} new lines`
    const errorWords = newErrors === 1 ? ', 1 error' : newErrors > 1 ? `, ${newErrors} errors` : ''
    setAnnounced({ lines, errors, words: lineWords + errorWords })
  })

  useEffect(() => {
    const timer = setInterval(announce, everyMs)
    return () => clearInterval(timer)
  }, [])

  return <output className="sr-only">{announced.words}</output>
}
