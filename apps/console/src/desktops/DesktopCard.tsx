import type { Desktop } from '@gatehouse/contract'
import { ActLine } from '../acts/ActMark.tsx'
import { desktopName } from './desktop-state.ts'
import { DesktopMenu } from './DesktopMenu.tsx'
import { DesktopStateBadge } from './DesktopStateBadge.tsx'
import { SessionBadge } from './SessionBadge.tsx'
import { poolName, type RowContext } from './desktop-columns.tsx'
import { LastAndNextAction } from './LastAndNextAction.tsx'

/** A desktop on a phone. */
export const DesktopCard = ({ desktop, context: { hasPools, onAct } }: { desktop: Desktop; context: RowContext }) => (
  <div className="flex items-start gap-1">
    <div className="min-w-0 flex-1 space-y-1.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium wrap-anywhere">{desktopName(desktop)}</span>
        <DesktopStateBadge desktop={desktop} />
        {desktop.session !== 'stopped' && <SessionBadge desktop={desktop} />}
      </p>
      <ActLine subjectId={desktop.id} />
      <p className="text-sm text-text-soft">
        {desktop.userName ?? 'Unassigned'}
        {hasPools && ` · ${poolName(desktop)}`}
      </p>
      <p className="text-sm">
        <LastAndNextAction desktop={desktop} />
      </p>
    </div>
    <DesktopMenu desktop={desktop} onAct={onAct} />
  </div>
)
