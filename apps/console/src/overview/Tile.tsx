import type { Freshness } from '@gatehouse/contract'
import { ArrowUpRight } from 'lucide-react'
import { Link } from 'react-router'
import { cn } from '../ui/cn.ts'
import { plural } from '../ui/in-words.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { textTones } from '../ui/tones.ts'
import type { Tally } from './tallies.ts'
import { usePathWithin } from './use-path-within.ts'

interface TileProps<Part extends { freshness: Freshness }> {
  path: string
  label: string
  /** Undefined while it loads or when it could not be read; null for a person who may not read it. */
  of: Part | null | undefined
  error: Error | null
  tally: (part: Part) => Tally
}

/** A number with its label and change. Links to the list that it counts. */
export function Tile<Part extends { freshness: Freshness }>({ path, label, of, error, tally }: TileProps<Part>) {
  const pathWithin = usePathWithin()
  const counted = of ? tally(of) : undefined
  return (
    <Link
      to={pathWithin(path, counted?.search)}
      className="panel group flex min-w-0 flex-col gap-1 px-4 py-3 transition-colors hover:border-control-line hover:bg-hover"
    >
      <span className="flex items-start justify-between gap-2 text-text-soft">
        <span className="min-w-0">{label}</span>
        <ArrowUpRight aria-hidden className="size-4 shrink-0 text-text-faint transition-colors group-hover:text-text" />
      </span>
      {of === null && <Unknown words="not for your role" />}
      {of === undefined && (error === null ? <Loading /> : <Unknown words="could not be read" />)}
      {of && counted && <Figures counted={counted} freshness={of.freshness} />}
    </Link>
  )
}

function Figures({ counted, freshness }: { counted: Tally; freshness: Freshness }) {
  const { count, tone, change, changeTone } = counted
  const { unreadTotal, pending } = freshness
  const missing = unreadTotal > 0 ? plural(unreadTotal, 'place') : plural(pending, 'place')
  const isPartial = unreadTotal + pending > 0
  if (count === 0 && isPartial) {
    return <Unknown words={`${missing} ${unreadTotal > 0 ? 'could not be read' : 'not read yet'}`} />
  }
  return (
    <>
      <span className={cn('text-2xl leading-tight font-semibold tabular-nums', count > 0 && textTones[tone])}>
        {count.toLocaleString('en')}
      </span>
      <span className={cn('text-sm', changeTone ? textTones[changeTone] : 'text-text-soft')}>{change}</span>
      {isPartial && (
        <span className="text-sm text-warn">
          at least; {missing} not read{unreadTotal === 0 && ' yet'}
        </span>
      )}
    </>
  )
}

const Loading = () => (
  <output className="flex flex-col gap-2 py-1.5">
    <Skeleton className="h-6 w-12" />
    <Skeleton className="w-28" />
    <span className="sr-only">Loading</span>
  </output>
)

const Unknown = ({ words }: { words: string }) => (
  <>
    <span aria-hidden className="text-2xl leading-tight font-semibold text-text-faint">
      –
    </span>
    <span className="text-sm text-warn">{words}</span>
  </>
)
