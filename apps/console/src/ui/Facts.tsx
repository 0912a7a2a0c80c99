import type { ReactNode } from 'react'
import { cn } from './cn.ts'

/** A list of facts: label and value, side by side where there is room. `columns` puts pairs beside one another. */
export const Facts = ({ children, columns = 1 }: { children: ReactNode; columns?: 1 | 2 }) => (
  <dl
    className={cn(
      'grid grid-cols-[minmax(6rem,3fr)_minmax(0,5fr)] gap-x-3 gap-y-2',
      columns === 2 && 'md:grid-cols-[minmax(6rem,3fr)_minmax(0,5fr)_minmax(6rem,3fr)_minmax(0,5fr)] md:gap-x-6',
    )}
  >
    {children}
  </dl>
)

interface FactProps {
  label: string
  /** Why there is no value: the tip of the dash. */
  absent?: string
  children: ReactNode
}

/** One fact. Null, undefined, empty strings and empty lists render as an en dash with the reason. */
export const Fact = ({ label, absent = 'Not reported by OCI', children }: FactProps) => (
  <>
    <dt className="text-text-soft">{label}</dt>
    <dd className="min-w-0 wrap-anywhere">
      {hasValue(children) ? (
        children
      ) : (
        <span data-tip={absent} className="text-text-faint">
          <span aria-hidden>–</span>
          <span className="sr-only">{absent}</span>
        </span>
      )}
    </dd>
  </>
)

const hasValue = (children: ReactNode) =>
  children !== null &&
  children !== undefined &&
  children !== '' &&
  typeof children !== 'boolean' &&
  !(Array.isArray(children) && children.length === 0)
