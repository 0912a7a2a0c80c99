import type { Desktop } from '@gatehouse/contract'
import { Link } from 'react-router'
import { ActMark } from '../acts/ActMark.tsx'
import { paths } from '../paths.ts'
import { Ocid } from '../ui/Ocid.tsx'
import type { Column } from '../ui/table/column.ts'
import { Time } from '../ui/Time.tsx'
import type { DesktopAct, PoolStates } from './desktop-acts.ts'
import { desktopName, sessionOf } from './desktop-state.ts'
import { DesktopMenu } from './DesktopMenu.tsx'
import { DesktopStateBadge } from './DesktopStateBadge.tsx'
import { SessionBadge } from './SessionBadge.tsx'
import { LastAndNextAction } from './LastAndNextAction.tsx'

/** What cells need besides the desktop. */
export interface RowContext {
  pools: PoolStates
  onAct: (act: DesktopAct, desktop: Desktop) => void
  /** The name of a desktop's pool, in lists of several pools. */
  poolName?: ((desktop: Desktop) => string) | undefined
}

const sessions = ['connected', 'disconnected', 'standby', 'stopped']

const columns: Column<Desktop>[] = [
  { id: 'name', head: 'Desktop', width: 190, cell: desktopName, sortBy: desktopName },
  {
    id: 'user',
    head: 'User',
    width: 100,
    cell: ({ userName }) => userName ?? <span className="text-text-faint">Unassigned</span>,
    sortBy: ({ userName }) => userName,
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
    sortBy: ({ state }) => state,
  },
  {
    id: 'session',
    head: 'Session',
    width: 136,
    cell: (desktop) => <SessionBadge desktop={desktop} />,
    sortBy: (desktop) => sessions.indexOf(sessionOf(desktop)),
  },
  {
    id: 'last-action',
    head: 'Last and next action',
    minWidth: 280,
    cell: (desktop) => <LastAndNextAction desktop={desktop} />,
    sortBy: ({ lastAction }) => (lastAction ? Date.parse(lastAction.at) : null),
  },
  {
    id: 'client',
    head: 'Client',
    width: 180,
    hidden: true,
    cell: ({ client }) => client ?? '–',
    sortBy: ({ client }) => client,
  },
  {
    id: 'image',
    head: 'Image',
    width: 220,
    hidden: true,
    cell: ({ imageName }) => imageName ?? '–',
    sortBy: ({ imageName }) => imageName,
  },
  {
    id: 'connected',
    head: 'Last connected',
    width: 190,
    hidden: true,
    cell: ({ connectedAt }) => <Time at={connectedAt} absent="Never connected" />,
    sortBy: ({ connectedAt }) => (connectedAt ? Date.parse(connectedAt) : null),
  },
  {
    id: 'created',
    head: 'Created',
    width: 190,
    hidden: true,
    cell: ({ createdAt }) => <Time at={createdAt} />,
    sortBy: ({ createdAt }) => (createdAt ? Date.parse(createdAt) : null),
  },
  { id: 'id', head: 'OCID', width: 200, hidden: true, cell: ({ id }) => <Ocid id={id} /> },
]

/** The columns of a list of desktops. With `poolName` they include the pool. */
export function desktopColumns({ pools, onAct, poolName }: RowContext): Column<Desktop>[] {
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
        {poolName?.(desktop)}
      </Link>
    ),
    sortBy: (desktop) => poolName?.(desktop) ?? null,
  }
  const acts: Column<Desktop> = {
    id: 'acts',
    head: 'Actions',
    width: 76,
    cell: (desktop) => <DesktopMenu tabIndex={-1} desktop={desktop} pools={pools} onAct={onAct} />,
  }
  return [...columns.slice(0, 2), ...(poolName ? [pool] : []), ...columns.slice(2), acts]
}
