import type { DesktopPoolSummary } from '@gatehouse/contract'
import { ActMark } from '../acts/ActMark.tsx'
import { usePlaces } from '../frame/use-places.ts'
import { freeSeats } from '../states/pool-usage.ts'
import type { Column } from '../ui/table/column.ts'
import { Time } from '../ui/Time.tsx'
import { NextAction } from './NextAction.tsx'
import { PoolStateBadge } from './PoolStateBadge.tsx'
import { PoolUsageBar } from './PoolUsageBar.tsx'

type Pool = DesktopPoolSummary

const count = (id: string, head: string, of: (pool: Pool) => number | null, hidden = true): Column<Pool> => ({
  id,
  head,
  width: 110,
  align: 'end',
  hidden,
  cell: (pool) => of(pool)?.toLocaleString('en') ?? '–',
})

export const poolColumns: Column<Pool>[] = [
  { id: 'name', head: 'Name', minWidth: 176, cell: ({ name }) => name },
  {
    id: 'state',
    head: 'State',
    width: 136,
    cell: (pool) => (
      <span className="flex items-center gap-1.5">
        <PoolStateBadge pool={pool} />
        <ActMark subjectId={pool.id} />
      </span>
    ),
  },
  {
    id: 'compartment',
    head: 'Compartment',
    minWidth: 164,
    cell: ({ compartment }) => (compartment ? <span data-tip={compartment.path}>{compartment.name}</span> : '–'),
  },
  {
    id: 'connection',
    head: 'Connection',
    width: 104,
    cell: ({ connectionId }) => <ConnectionName connectionId={connectionId} />,
  },
  {
    id: 'size',
    head: 'Size',
    width: 124,
    cell: ({ maximumSize, standbySize }) => (
      <span
        className="tabular-nums"
        data-tip={`Maximum ${maximumSize} desktops, ${standbySize ?? 'an unknown number'} on standby`}
      >
        {maximumSize.toLocaleString('en')}
        <span className="text-sm text-text-soft"> / {standbySize?.toLocaleString('en') ?? '–'} standby</span>
      </span>
    ),
  },
  {
    id: 'use',
    head: 'In use',
    width: 238,
    cell: (pool) => <PoolUsageBar pool={pool} />,
  },
  {
    id: 'next',
    head: 'Next action',
    width: 164,
    cell: ({ nextAction }) => <NextAction action={nextAction} />,
  },
  count('connected', 'Connected', ({ usage }) => usage?.connected ?? null),
  count('disconnected', 'Disconnected', ({ usage }) => usage?.disconnected ?? null),
  count('standby', 'On standby', ({ usage }) => usage?.standby ?? null),
  count('stopped', 'Not running', ({ usage }) => usage?.stopped ?? null),
  count('free', 'Free', freeSeats),
  {
    id: 'created',
    head: 'Created',
    width: 190,
    hidden: true,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
]

function ConnectionName({ connectionId }: { connectionId: string }) {
  return usePlaces().connectionName(connectionId)
}
