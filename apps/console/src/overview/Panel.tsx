import type { Listing } from '@gatehouse/contract'
import { CloudAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Button } from '../ui/Button.tsx'
import { ActError } from '../ui/ErrorState.tsx'
import { Section } from '../ui/Page.tsx'
import { SkeletonLines } from '../ui/Skeleton.tsx'
import { Time } from '../ui/Time.tsx'
import type { Scoped } from './use-scoped.ts'
import { usePathWithin } from './use-path-within.ts'

interface PanelProps<T> extends Pick<Scoped<T>, 'error' | 'retry' | 'retrying'> {
  title: string
  note?: ReactNode
  /** The link to the full list. */
  all: { path: string; search?: string; label: string }
  /** The data. Undefined while it loads. */
  of: T | undefined
  children: (of: T) => ReactNode
}

/** A panel of the overview. It loads and fails independently of the others. */
export function Panel<T>({ title, note, all, of, error, retry, retrying, children }: PanelProps<T>) {
  const pathWithin = usePathWithin()
  return (
    <Section
      title={title}
      note={note}
      actions={
        <Link to={pathWithin(all.path, all.search)} className="link text-sm">
          {all.label}
        </Link>
      }
    >
      {of !== undefined && children(of)}
      {of === undefined && error === null && <SkeletonLines lines={5} />}
      {of === undefined && error !== null && (
        <div className="space-y-3">
          <ActError error={error} />
          <Button size="small" busy={retrying} onClick={retry}>
            Try again
          </Button>
        </div>
      )}
    </Section>
  )
}

interface NothingProps {
  /** "Nothing in progress" */
  title: string
  scoped: Pick<Scoped<unknown>, 'where'>
  listing: Listing<unknown>
}

/** An empty panel: the scope, the time of the read, and a caveat when places could not be read. */
export function Nothing({ title, scoped: { where }, listing }: NothingProps) {
  const blind = listing.unread.length > 0
  return (
    <div className="flex flex-col items-center gap-1 px-2 py-8 text-center">
      {blind && <CloudAlert aria-hidden className="mb-1 size-5 text-warn" />}
      <p className="font-medium">{blind ? `${title}, as far as could be read` : title}</p>
      <p className="text-sm text-text-soft">
        {where}, read <Time at={listing.readAt} show="relative" />
      </p>
    </div>
  )
}
