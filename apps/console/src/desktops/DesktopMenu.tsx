import type { Desktop } from '@gatehouse/contract'
import { EllipsisVertical, Play, Power, Square } from 'lucide-react'
import { useUser } from '../api/session.ts'
import { IconButton } from '../ui/Button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx'
import { actBlocked, type DesktopAct, type PoolStates } from './desktop-acts.ts'
import { desktopName } from './desktop-state.ts'

interface DesktopMenuProps {
  /** -1 in a table, where the row takes the focus and Space chooses it for the acts above. */
  tabIndex?: number
  desktop: Desktop
  pools: PoolStates
  onAct: (act: DesktopAct, desktop: Desktop) => void
}

/** What can be done to one desktop. */
export function DesktopMenu({ desktop, pools, onAct, tabIndex }: DesktopMenuProps) {
  const user = useUser()
  return (
    <Menu
      trigger={
        <IconButton size="small" tabIndex={tabIndex} label={`Acts on ${desktopName(desktop)}`}>
          <EllipsisVertical aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuItem
        icon={<Play aria-hidden />}
        blocked={actBlocked(desktop, 'start', pools, user)}
        onSelect={() => onAct('start', desktop)}
      >
        Start
      </MenuItem>
      <MenuItem
        icon={<Square aria-hidden />}
        blocked={actBlocked(desktop, 'shut-down', pools, user)}
        onSelect={() => onAct('shut-down', desktop)}
      >
        Shut down
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Power aria-hidden />}
        tone="danger"
        blocked={actBlocked(desktop, 'power-off', pools, user)}
        onSelect={() => onAct('power-off', desktop)}
      >
        Power off
      </MenuItem>
    </Menu>
  )
}
