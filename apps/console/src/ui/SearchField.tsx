import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from './Button.tsx'

const settleMs = 180

interface SearchFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
}

/** A debounced search field. "/" focuses it, Escape clears it. The caller keeps the value in the address. */
export function SearchField({ label, value, onChange, placeholder = 'Search' }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState({ text: value, from: value })
  // the address changed by other means, for example the back button: it wins over the typed text
  if (typed.from !== value) setTyped({ text: value, from: value })

  useEffect(() => {
    if (typed.text === value) return undefined
    const timer = setTimeout(() => onChange(typed.text), settleMs)
    return () => clearTimeout(timer)
  }, [typed.text, value, onChange])

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
    setTyped({ text: '', from: value })
    onChange('')
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
        value={typed.text}
        onChange={(event) => setTyped({ text: event.target.value, from: value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed.text !== '') empty()
        }}
        className="field ps-8! pe-8! [&::-webkit-search-cancel-button]:hidden"
      />
      {typed.text !== '' && (
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
