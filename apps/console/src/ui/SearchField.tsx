import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from './Button.tsx'
import { useThrottled } from './use-throttled.ts'

const settleMs = 100

interface SearchFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
}

/**
 * A search field. It reports the first keystroke at once and the following ones every 100 ms. "/" focuses it, Escape
 * clears it. The caller keeps the value in the address.
 */
export function SearchField({ label, value, onChange, placeholder = 'Search' }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const throttled = useThrottled(typed, settleMs)
  /** The address takes the reported texts over a little later: from the one it holds to the latest. */
  const reported = useRef([value])

  useEffect(() => {
    if (throttled !== typed || throttled === reported.current.at(-1)) return
    reported.current.push(throttled)
    onChange(throttled)
  }, [throttled, typed, onChange])

  // the address changed by other means, for example the back button: it wins over the typed text
  useEffect(() => {
    const at = reported.current.indexOf(value)
    reported.current = at === -1 ? [value] : reported.current.slice(at)
    if (at === -1) setTyped(value)
  }, [value])

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])

  const empty = () => {
    setTyped('')
    field.current?.focus()
  }

  return (
    <div className="relative w-full sm:w-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-text-faint"
      />
      <input
        ref={field}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') empty()
        }}
        className="field ps-8! pe-8! [&::-webkit-search-cancel-button]:hidden"
      />
      {typed !== '' && (
        <span className="absolute inset-y-0 end-1 flex items-center">
          <IconButton size="small" label="Clear search" onClick={empty} className="h-6!">
            <X aria-hidden className="size-3.5" />
          </IconButton>
        </span>
      )}
    </div>
  )
}

const typing = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null
