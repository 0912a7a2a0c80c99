import { Cog, History, KeyRound, LayoutDashboard, Monitor, MonitorCog, type LucideIcon } from 'lucide-react'
import { paths } from '../paths.ts'

export interface NavItem {
  to: string
  label: string
  /** The label on a phone's bottom bar. Items without one are under "More". */
  short?: string
  icon: LucideIcon
}

/** The pages, in the order of the navigation. */
export const navItems: readonly NavItem[] = [
  { to: paths.overview, label: 'Overview', short: 'Overview', icon: LayoutDashboard },
  { to: paths.accessRequests, label: 'Access requests', short: 'Access', icon: KeyRound },
  { to: paths.desktopPools, label: 'Desktop pools', short: 'Pools', icon: MonitorCog },
  { to: paths.desktops, label: 'Desktops', icon: Monitor },
  { to: paths.workRequests, label: 'Work requests', short: 'Work', icon: Cog },
  { to: paths.activity, label: 'Activity', icon: History },
]

/** A page's address with the chosen scope. */
export const withScope = (to: string, scope: string) => (scope === '' ? to : `${to}?${new URLSearchParams({ scope })}`)
