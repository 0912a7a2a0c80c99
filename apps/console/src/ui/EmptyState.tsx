import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon?: ReactNode
  /** A statement: "Nothing waiting for a decision". */
  title: string
  /** Which places were read and when, or what to do. */
  children?: ReactNode
  action?: ReactNode
}

/** An empty list or page, with the places that were read and the time. */
export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-12 text-center">
    {icon && <span className="mb-1 rounded-full bg-plain-soft p-2.5 text-text-soft [&>svg]:size-5">{icon}</span>}
    <p className="text-lg font-semibold">{title}</p>
    {children && <div className="text-text-soft">{children}</div>}
    {action && <div className="mt-2">{action}</div>}
  </div>
)
