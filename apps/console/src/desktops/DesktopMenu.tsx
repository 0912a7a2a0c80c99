import type { Desktop } from '@gatehouse/contract'
import { EllipsisVertical } from 'lucide-react'
import { IconButton } from '../ui/Button.tsx'
import { capitalized } from '../ui/in-words.ts'
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx'
import { actIcons } from './act-icons.tsx'
import { desktopActs, useDesktopBlocked, type DesktopAct } from './desktop-acts.ts'
import { desktopName } from './desktop-state.ts'

interface DesktopMenuProps {
  /** -1 in a table, where the row takes the focus. */
  tabIndex?: number
  desktop: Desktop
  onAct: (act: DesktopAct, desktop: Desktop) => void
}

const harmless: readonly DesktopAct[] = ['start', 'shut-down', 'rename']
const dangerous: readonly DesktopAct[] = ['power-off', 'delete']

/** The acts on one desktop. */
export function DesktopMenu({ desktop, onAct, tabIndex }: DesktopMenuProps) {
  return (
    <Menu
      trigger={
        <IconButton size="small" tabIndex={tabIndex} label={`Actions for ${desktopName(desktop)}`}>
          <EllipsisVertical aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <DesktopMenuItems desktop={desktop} onAct={onAct} />
    </Menu>
  )
}

/** Mounted only while the menu is open, so that closed menus do not compute their blocked reasons. */
function DesktopMenuItems({ desktop, onAct }: Omit<DesktopMenuProps, 'tabIndex'>) {
  const blocked = useDesktopBlocked()
  const item = (act: DesktopAct) => (
    <MenuItem
      key={act}
      icon={actIcons[act]}
      tone={dangerous.includes(act) ? 'danger' : undefined}
      blocked={blocked(desktop, act)}
      onSelect={() => onAct(act, desktop)}
    >
      {capitalized(desktopActs[act].verb)}
    </MenuItem>
  )
  return (
    <>
      {harmless.map(item)}
      <MenuSeparator />
      {dangerous.map(item)}
    </>
  )
}
