import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { paths } from '../paths.ts'
import { cn } from '../ui/cn.ts'
import { Menu, MenuLink, MenuSeparator } from '../ui/Menu.tsx'
import { navItems, withScope } from './nav-items.ts'
import { AccountItems } from './UserMenu.tsx'

const itemClass =
  'relative flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs font-medium -outline-offset-2'

/** The navigation on a phone: four pages, and a menu with the rest. */
export const BottomBar = ({ scope, waiting }: { scope: string; waiting: ReactNode }) => (
  <nav
    aria-label="Pages"
    className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
  >
    {navItems
      .filter(({ short }) => short)
      .map(({ to, short, icon: Icon }) => (
        <NavLink
          key={to}
          to={withScope(to, scope)}
          end={to === paths.overview}
          className={({ isActive }) => cn(itemClass, isActive ? 'text-accent' : 'text-text-soft')}
        >
          <Icon aria-hidden className="size-5" />
          {short}
          {to === paths.accessRequests && <span className="absolute start-1/2 top-0.5 ms-1 scale-90">{waiting}</span>}
        </NavLink>
      ))}
    <Menu
      trigger={
        <button type="button" className={cn(itemClass, 'text-text-soft')}>
          <Ellipsis aria-hidden className="size-5" />
          More
        </button>
      }
    >
      {navItems
        .filter(({ short }) => !short)
        .map(({ to, label, icon: Icon }) => (
          <MenuLink key={to} to={withScope(to, scope)} icon={<Icon aria-hidden />}>
            {label}
          </MenuLink>
        ))}
      <MenuSeparator />
      <AccountItems />
    </Menu>
  </nav>
)
