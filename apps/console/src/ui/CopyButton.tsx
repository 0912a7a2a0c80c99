import { Check, Copy } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Button, IconButton } from './Button.tsx'

interface CopyButtonProps {
  /** A function where making the text costs something: called when it is copied. */
  text: string | (() => string)
  /** What is copied: "Copy OCID". */
  label: string
  /** Words on the button; an icon alone without. */
  children?: ReactNode
}

/** Copies a text, and says that it did. */
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
