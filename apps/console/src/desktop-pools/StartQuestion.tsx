import type { DesktopPoolSummary } from '@gatehouse/contract'
import { plural } from '../ui/in-words.ts'

/** The consequences of starting these pools. */
export function StartQuestion({ pools }: { pools: readonly DesktopPoolSummary[] }) {
  const desktops = pools.reduce((sum, { usage }) => sum + (usage?.stopped ?? 0), 0)
  return (
    <>
      <p>
        This starts {plural(desktops, 'stopped desktop')}. Users can connect once{' '}
        {pools.length === 1 ? 'the pool' : 'their pool'} is active. Running desktops are billed.
      </p>
      <ul aria-label="Pools to start" className="divide-y rounded-control border">
        {pools.map((pool) => (
          <li key={pool.id} className="flex flex-wrap gap-x-3 px-3 py-2">
            <span className="font-medium wrap-anywhere">{pool.name}</span>
            <span className="ms-auto text-sm text-text-soft tabular-nums">
              {pool.usage ? plural(pool.usage.stopped, 'desktop') : 'desktops could not be read'}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
