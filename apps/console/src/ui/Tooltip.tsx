import type { ReactNode } from 'react'
import { useInRow } from './row-context.ts'

/**
 * Words on hover and focus. Anything with `data-tip` has one; this wraps text that has no element of its own and
 * makes it reachable by keyboard (but not within table rows, where the row is what takes focus).
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
