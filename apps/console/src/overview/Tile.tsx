import { ArrowUpRight } from 'lucide-react'
import { Link } from 'react-router'
import { cn } from '../ui/cn.ts'
import { plural } from '../ui/in-words.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { textTones } from '../ui/tones.ts'
import type { Tally } from './tallies.ts'
import { usePathWithin } from './use-path-within.ts'
import type { Scoped } from './use-scoped.ts'

interface TileProps<T> {
  path: string
  label: string
  scoped: Scoped<T>
  tally: (items: readonly T[]) => Tally
}

/** A number with its label and change. Links to the list that it counts. */
export function Tile<T>({ path, label, scoped, tally }: TileProps<T>) {
  const pathWithin = usePathWithin()
  const counted = scoped.listing && tally(scoped.listing.items)
  return (
    <Link
      to={pathWithin(path, counted?.search)}
      className="panel group flex min-w-0 flex-col gap-1 px-4 py-3 transition-colors hover:border-control-line hover:bg-hover"
    >
      <span className="flex items-start justify-between gap-2 text-text-soft">
        <span className="min-w-0">{label}</span>
        <ArrowUpRight aria-hidden className="size-4 shrink-0 text-text-faint transition-colors group-hover:text-text" />
      </span>
      <Figures counted={counted} places={scoped.listing?.unread.length ?? 0} error={scoped.error} />
    </Link>
  )
}

interface FiguresProps {
  counted: Tally | undefined
  /** How many places could not be read. */
  places: number
  error: Error | null
}

function Figures({ counted, places, error }: FiguresProps) {
  if (!counted) return error === null ? <Loading /> : <Unknown words="could not be read" />
  const { count, tone, change, changeTone } = counted
  if (count === 0 && places > 0) return <Unknown words={`${plural(places, 'place')} could not be read`} />
  return (
    <>
      <span className={cn('text-2xl leading-tight font-semibold tabular-nums', count > 0 && textTones[tone])}>
        {count.toLocaleString('en')}
      </span>
      <span className={cn('text-sm', changeTone ? textTones[changeTone] : 'text-text-soft')}>{change}</span>
      {places > 0 && <span className="text-sm text-warn">at least; {plural(places, 'place')} not read</span>}
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
