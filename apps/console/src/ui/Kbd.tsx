import type { ReactNode } from 'react'

/** A key to press. */
export const Kbd = ({ children }: { children: ReactNode }) => (
  <kbd className="rounded-small border bg-sunken px-1 py-px font-sans text-xs text-text-soft">{children}</kbd>
)
