import type { DesktopPoolSummary } from '@gatehouse/contract'
import { freeSeats, usageParts } from '../states/pool-usage.ts'
import { Meter } from '../ui/Meter.tsx'

interface PoolUsageBarProps {
  pool: Pick<DesktopPoolSummary, 'name' | 'state' | 'usage' | 'maximumSize'>
  /** Shows all counts below the bar instead of connected and free alone. */
  legend?: boolean
}

/** How much of a pool is in use, as a bar and in numbers. */
export function PoolUsageBar({ pool, legend = false }: PoolUsageBarProps) {
  const free = freeSeats(pool)
  if (pool.state === 'DELETED') return <span className="text-text-faint">None left</span>
  if (pool.usage === null || free === null) {
    return <span className="text-text-faint">Desktops could not be read</span>
  }
  const meter = (
    <Meter
      label={`Desktops of ${pool.name}, ${free} free`}
      parts={usageParts(pool)}
      total={pool.maximumSize}
      legend={legend}
    />
  )
  if (legend) {
    return (
      <div className="space-y-1.5">
        {meter}
        <p className="text-sm text-text-soft tabular-nums">
          <span className="font-medium text-text">{free.toLocaleString('en')}</span> free of{' '}
          {pool.maximumSize.toLocaleString('en')}
        </p>
      </div>
    )
  }
  return (
    <span className="flex items-center gap-2">
      <span className="w-16 shrink-0">{meter}</span>
      <span className="truncate text-sm text-text-soft tabular-nums">
        <span className="text-text">{pool.usage.connected}</span> connected, {free} free
      </span>
    </span>
  )
}
