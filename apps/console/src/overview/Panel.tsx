import type { Freshness } from '@gatehouse/contract'
import { CloudAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Button } from '../ui/Button.tsx'
import { ActError } from '../ui/ErrorState.tsx'
import { Section } from '../ui/Page.tsx'
import { SkeletonLines } from '../ui/Skeleton.tsx'
import { Time } from '../ui/Time.tsx'
import { useWhere, type PanelData } from './use-panel.ts'
import { usePathWithin } from './use-path-within.ts'

interface PanelProps<T> extends PanelData<T> {
  title: string
  note?: ReactNode
  /** The link to the full list. */
  all: { path: string; search?: string; label: string }
  children: (data: T) => ReactNode
}

/** A panel of the overview. It loads and fails independently of the others. */
export function Panel<T>({ title, note, all, data, error, retry, retrying, children }: PanelProps<T>) {
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
      {data !== undefined && children(data)}
      {data === undefined && error === null && <SkeletonLines lines={5} />}
      {data === undefined && error !== null && (
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
  freshness: Freshness
}

/** An empty panel: the scope, the time of the read, and a caveat when places have not been read. */
export function Nothing({ title, freshness }: NothingProps) {
  const where = useWhere()
  const blind = freshness.unreadTotal + freshness.pending > 0
  return (
    <div className="flex flex-col items-center gap-1 px-2 py-8 text-center">
      {blind && <CloudAlert aria-hidden className="mb-1 size-5 text-warn" />}
      <p className="font-medium">{blind ? `${title}, as far as could be read` : title}</p>
      <p className="text-sm text-text-soft">
        {where(freshness)}
        {freshness.readAt && (
          <>
            , read <Time at={freshness.readAt} show="relative" />
          </>
        )}
      </p>
    </div>
  )
}
