import type { DesktopPoolSummary, Overview } from '@gatehouse/contract'
import { Link } from 'react-router'
import { paths } from '../paths.ts'
import { poolState } from '../states/pool-state.ts'
import { freeSeats, usageParts } from '../states/pool-usage.ts'
import { Badge } from '../ui/Badge.tsx'
import { cn } from '../ui/cn.ts'
import { Meter } from '../ui/Meter.tsx'
import { Time } from '../ui/Time.tsx'
import { solidTones } from '../ui/tones.ts'
import { useNarrow } from '../ui/use-media.ts'
import { Nothing, Panel } from './Panel.tsx'
import { troubleInWords } from './pool-trouble.ts'
import { usePanel } from './use-panel.ts'

const shownWide = 48
const shownNarrow = 6

type PoolNumbers = Exclude<Overview['desktopPools'], null>

/** Every pool, unhealthy ones first. Above them, the usage of all desktops. */
export function Pools({ numbers }: { numbers: PoolNumbers | null | undefined }) {
  const shown = useNarrow() ? shownNarrow : shownWide
  const panel = usePanel('desktop-pools', {
    filters: {},
    sort: { column: 'attention', descending: false },
    limit: shown,
  })
  const all = numbers?.all ?? 0
  return (
    <Panel
      {...panel}
      title="Desktop pools"
      note={all > shown ? `${shown} of ${all}` : all || undefined}
      all={{ path: paths.desktopPools, label: 'All desktop pools' }}
    >
      {({ rows, freshness }) =>
        rows.length === 0 ? (
          <Nothing title="No desktop pools" freshness={freshness} />
        ) : (
          <div className="space-y-4">
            {numbers && <AllDesktops numbers={numbers} />}
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(15.5rem,1fr))] gap-2">
              {rows.filter(isNotDeleted).map((pool) => (
                <PoolCard key={pool.id} pool={pool} />
              ))}
            </ul>
          </div>
        )
      }
    </Panel>
  )
}

function AllDesktops({ numbers: { usage, free } }: { numbers: PoolNumbers }) {
  const parts = usageParts({ usage })
  const total = parts.reduce((sum, { value }) => sum + value, free)
  return (
    <div className="space-y-1.5">
      <Meter label="Desktops of all pools" parts={parts} total={total} />
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-soft">
        {[...parts, { label: `free of ${total.toLocaleString('en')}`, value: free, tone: null }].map(
          ({ label, value, tone }) => (
            <li key={label} className="flex items-center gap-1.5">
              <span
                aria-hidden
                className={cn('size-2 rounded-full', tone === null ? 'border bg-plain-soft' : solidTones[tone])}
              />
              <span className="font-medium text-text tabular-nums">{value.toLocaleString('en')}</span> {label}
            </li>
          ),
        )}
      </ul>
    </div>
  )
}

// they come last
const isNotDeleted = ({ state }: DesktopPoolSummary) => state !== 'DELETED'

function PoolCard({ pool }: { pool: DesktopPoolSummary }) {
  const { name, state, usage, maximumSize, nextAction } = pool
  const { word, tone, meaning } = poolState(state)
  const trouble = troubleInWords(pool)
  return (
    <li className="relative flex min-w-0 flex-col gap-2 rounded-control border px-3 py-2.5 hover:border-control-line hover:bg-hover">
      <div className="flex items-center justify-between gap-2">
        <Link
          to={paths.desktopPool(pool)}
          className="truncate font-medium after:absolute after:inset-0 after:rounded-control focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent"
        >
          {name}
        </Link>
        <Badge tone={tone} tip={meaning}>
          {word}
        </Badge>
      </div>
      {usage && maximumSize > 0 && <Meter label={`Desktops of ${name}`} parts={usageParts(pool)} total={maximumSize} />}
      <p className="text-sm text-text-soft tabular-nums">
        {usage ? numbers(pool) : <span className="text-warn">Desktops could not be read</span>}
      </p>
      <p className="mt-auto text-sm text-text-soft">
        {trouble && (usage || trouble.tone === 'bad') ? (
          <span className={trouble.tone === 'bad' ? 'text-bad' : 'text-warn'}>{trouble.words}</span>
        ) : (
          <Next {...{ nextAction }} />
        )}
      </p>
    </li>
  )
}

/** "12 connected · 2 standby · 26 free". Zeros are left out, except connected and free. */
function numbers(pool: DesktopPoolSummary): string {
  const parts = usageParts(pool).filter(({ label, value }) => value > 0 || label === 'connected')
  const words = [...parts.map(({ label, value }) => `${value} ${label}`), `${freeSeats(pool) ?? 0} free`]
  // non-breaking spaces keep a number and its label on one line
  return words.map((each) => each.replaceAll(' ', '\u00A0')).join(' · ')
}

const Next = ({ nextAction }: Pick<DesktopPoolSummary, 'nextAction'>) =>
  nextAction === null ? (
    'No schedule'
  ) : (
    <span className="relative z-1">
      {nextAction.action === 'start' ? 'Starts' : 'Stops'} <Time at={nextAction.at} show="relative" />
    </span>
  )
