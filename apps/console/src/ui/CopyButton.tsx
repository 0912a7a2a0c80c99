import { Check, Copy } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Button, IconButton } from './Button.tsx'

interface CopyButtonProps {
  /** A function for a text that is expensive to build: called on copy. */
  text: string | (() => string)
  /** The accessible name: "Copy OCID". */
  label: string
  /** The visible label. Without it the button is an icon. */
  children?: ReactNode
}

/** Copies a text, and announces the result. */
export function CopyButton({ text, label, children }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome === null) return undefined
    const timer = setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = () => {
    navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  }
  const icon =
    outcome === 'copied' ? (
      <Check aria-hidden className="size-3.5 text-good" />
    ) : (
      <Copy aria-hidden className="size-3.5" />
    )
  const message = outcome === 'failed' ? 'Copying blocked by the browser' : 'Copied'
  return (
    <>
      {children === undefined ? (
        <IconButton
          size="small"
          label={outcome === null ? label : message}
          onClick={copy}
          className="h-6! text-text-faint"
        >
          {icon}
        </IconButton>
      ) : (
        <Button size="small" icon={icon} onClick={copy} aria-label={label}>
          {outcome === null ? children : message}
        </Button>
      )}
      <output className="sr-only">{outcome === null ? '' : message}</output>
    </>
  )
}
