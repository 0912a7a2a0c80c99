import type { Desktop } from '@gatehouse/contract'
import { plural } from '../ui/in-words.ts'
import { desktopName } from './desktop-state.ts'
import { SessionBadge } from './SessionBadge.tsx'

/** The most desktops that are listed one by one. */
const shown = 500

/** The desktops to act on, with their users. */
export const DesktopsAsked = ({ desktops }: { desktops: readonly Desktop[] }) => (
  <ul aria-label="Desktops" className="divide-y rounded-control border">
    {desktops.slice(0, shown).map((desktop) => (
      <li key={desktop.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
        <span className="font-medium wrap-anywhere">{desktopName(desktop)}</span>
        {desktop.userName && <span className="text-text-soft">{desktop.userName}</span>}
        <span className="ms-auto">
          <SessionBadge desktop={desktop} />
        </span>
      </li>
    ))}
    {desktops.length > shown && (
      <li className="px-3 py-2 text-text-soft">and {plural(desktops.length - shown, 'more desktop')}</li>
    )}
  </ul>
)
