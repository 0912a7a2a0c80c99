import { consequence, cutOffTotals, cutOffWords, type CutOff } from '../states/pool-usage.ts'
import { cn } from '../ui/cn.ts'
import { plural } from '../ui/in-words.ts'
import { Notice } from '../ui/Notice.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import type { PoolPreview } from './use-stop-previews.ts'

/** The users who are disconnected if these pools stop now: in total, and by pool. */
export function StopQuestion({ previews }: { previews: readonly PoolPreview[] }) {
  const totals = cutOffTotals(previews.map(({ usage }) => usage))
  const { title, text } = consequence(totals, previews.length)
  const unread = previews.filter(({ usage }) => usage === null).length
  return (
    <>
      <Totals totals={totals} />
      <Notice tone={totals.connected > 0 ? 'bad' : 'warn'} title={title}>
        {text}
        {unread > 0 && ` The desktops of ${plural(unread, 'pool')} could not be read.`}
      </Notice>
      <ul aria-label="Pools to stop" className="divide-y rounded-control border">
        {previews.map((preview) => (
          <PoolToStop key={preview.pool.id} preview={preview} alone={previews.length === 1} />
        ))}
      </ul>
    </>
  )
}

const Totals = ({ totals }: { totals: CutOff }) => (
  <dl className="grid grid-cols-3 gap-2">
    <Total label="Connected" value={totals.connected} tone={totals.connected > 0 ? 'text-bad' : undefined} />
    <Total label="Disconnected" value={totals.disconnected} tone={totals.disconnected > 0 ? 'text-warn' : undefined} />
    <Total label="On standby" value={totals.standby} />
  </dl>
)

const Total = ({ label, value, tone }: { label: string; value: number; tone?: string | undefined }) => (
  <div className="flex flex-col-reverse rounded-control bg-sunken px-3 py-2">
    <dt className="text-sm text-text-soft">{label}</dt>
    <dd className={cn('text-xl font-semibold tabular-nums', tone)}>{value.toLocaleString('en')}</dd>
  </div>
)

function PoolToStop({
  preview: { pool, usage, users, error, reading },
  alone,
}: {
  preview: PoolPreview
  alone: boolean
}) {
  const unnamed = (usage?.connected ?? 0) - users.length
  return (
    <li className="space-y-1 px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="font-medium wrap-anywhere">{pool.name}</span>
        <span className="ms-auto flex items-center gap-2 text-sm text-text-soft tabular-nums">
          {reading && <Spinner />}
          {usage === null && 'could not be read'}
          {usage && !alone && cutOffWords(usage)}
        </span>
      </div>
      {error && (
        <p className="text-sm text-warn">
          Current connections could not be read: {error.message} These numbers are from the list.
        </p>
      )}
      {users.length > 0 && (
        <details open={alone} className="text-sm">
          <summary className="w-fit rounded-small text-text-soft">Connected users</summary>
          <p className="pt-1 wrap-anywhere">
            {users.join(', ')}
            {unnamed > 0 && ` and ${unnamed} more`}
          </p>
        </details>
      )}
    </li>
  )
}
