import type { ReactNode } from 'react'
import { useInRow } from './row-context.ts'

/**
 * A tip on hover and focus. Any element may have `data-tip` instead; this wraps bare text and makes it focusable,
 * except in table rows, where the row takes the focus.
 */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const inRow = useInRow()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its words must be reachable without a pointer
    <span data-tip={text} tabIndex={inRow ? undefined : 0} className="rounded-small">
      {children}
    </span>
  )
}
