import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { paths } from '../paths.ts'
import { cn } from '../ui/cn.ts'
import { Brand } from './Brand.tsx'
import { navItems, withScope } from './nav-items.ts'
import { UserMenu } from './UserMenu.tsx'

interface NavigationProps {
  scope: string
  /** The count of waiting access requests, beside the link. */
  waiting: ReactNode
}

/** The navigation at the left, as icons alone below 1100 px. */
export const Navigation = ({ scope, waiting }: NavigationProps) => (
  <nav
    aria-label="Pages"
    className="fixed inset-y-0 start-0 z-30 flex w-14 flex-col border-e bg-surface max-sm:hidden lg:w-56"
  >
    <div className="flex h-12 items-center px-3.5 lg:px-4">
      <Brand />
    </div>
    <ul className="flex flex-1 flex-col gap-0.5 overflow-y-auto p-2">
      {navItems.map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <NavLink
            to={withScope(to, scope)}
            end={to === paths.overview}
            data-tip={label}
            className={({ isActive }) =>
              cn(
                'relative flex h-9 items-center gap-2.5 rounded-control px-2.5 font-medium transition-colors pointer-coarse:h-11 lg:px-3',
                isActive ? 'bg-accent-soft text-accent' : 'text-text-soft hover:bg-hover hover:text-text',
              )
            }
          >
            <Icon aria-hidden className="size-4.5 shrink-0" />
            <span className="truncate max-lg:sr-only">{label}</span>
            {to === paths.accessRequests && (
              <span className="ms-auto max-lg:absolute max-lg:-end-0.5 max-lg:-top-1 max-lg:scale-90">{waiting}</span>
            )}
          </NavLink>
        </li>
      ))}
    </ul>
    <div className="border-t p-2">
      <UserMenu />
    </div>
  </nav>
)
