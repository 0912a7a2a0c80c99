import type { Desktop } from '@gatehouse/contract'
import { Link } from 'react-router'
import { ActMark } from '../acts/ActMark.tsx'
import { paths } from '../paths.ts'
import { Ocid } from '../ui/Ocid.tsx'
import { shortenOcid } from '../ui/shorten-ocid.ts'
import type { Column } from '../ui/table/column.ts'
import { Time } from '../ui/Time.tsx'
import type { DesktopAct } from './desktop-acts.ts'
import { desktopName } from './desktop-state.ts'
import { DesktopMenu } from './DesktopMenu.tsx'
import { DesktopStateBadge } from './DesktopStateBadge.tsx'
import { SessionBadge } from './SessionBadge.tsx'
import { LastAndNextAction } from './LastAndNextAction.tsx'

/** What cells need besides the desktop. */
export interface RowContext {
  onAct: (act: DesktopAct, desktop: Desktop) => void
  /** The desktops are of several pools, which they name. */
  hasPools: boolean
}

/** The name of a desktop's pool, or its shortened id until the pool is read. */
export const poolName = ({ pool, poolId }: Desktop) => pool?.name ?? shortenOcid(poolId)

const columns: Column<Desktop>[] = [
  { id: 'name', head: 'Desktop', width: 190, cell: desktopName },
  {
    id: 'user',
    head: 'User',
    width: 100,
    cell: ({ userName }) => userName ?? <span className="text-text-faint">Unassigned</span>,
  },
  {
    id: 'state',
    head: 'State',
    width: 132,
    cell: (desktop) => (
      <span className="flex items-center gap-1.5">
        <DesktopStateBadge desktop={desktop} />
        <ActMark subjectId={desktop.id} />
      </span>
    ),
  },
  {
    id: 'session',
    head: 'Session',
    width: 136,
    cell: (desktop) => <SessionBadge desktop={desktop} />,
  },
  {
    id: 'last-action',
    head: 'Last and next action',
    minWidth: 280,
    cell: (desktop) => <LastAndNextAction desktop={desktop} />,
  },
  {
    id: 'client',
    head: 'Client',
    width: 180,
    hidden: true,
    cell: ({ client }) => client ?? '–',
  },
  {
    id: 'image',
    head: 'Image',
    width: 220,
    hidden: true,
    cell: ({ imageName }) => imageName ?? '–',
  },
  {
    id: 'connected',
    head: 'Last connected',
    width: 190,
    hidden: true,
    cell: ({ connectedAt }) => <Time at={connectedAt} absent="Never connected" />,
  },
  {
    id: 'created',
    head: 'Created',
    width: 190,
    hidden: true,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
  { id: 'id', head: 'OCID', width: 200, hidden: true, cell: ({ id }) => <Ocid id={id} /> },
]

/** The columns of a list of desktops. */
export function desktopColumns({ onAct, hasPools }: RowContext): Column<Desktop>[] {
  const pool: Column<Desktop> = {
    id: 'pool',
    head: 'Pool',
    width: 155,
    cell: (desktop) => (
      <Link
        to={paths.desktopPool({ connectionId: desktop.connectionId, id: desktop.poolId })}
        tabIndex={-1}
        className="link"
      >
        {poolName(desktop)}
      </Link>
    ),
  }
  const acts: Column<Desktop> = {
    id: 'acts',
    head: 'Actions',
    width: 76,
    cell: (desktop) => <DesktopMenu tabIndex={-1} desktop={desktop} onAct={onAct} />,
  }
  return [...columns.slice(0, 2), ...(hasPools ? [pool] : []), ...columns.slice(2), acts]
}
