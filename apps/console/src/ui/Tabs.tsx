import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { cn } from './cn.ts'

export interface Tab {
  /** The value in the address, `?tab=desktops`. The first tab has none. */
  id: string
  label: string
  /** A count, a badge. */
  note?: ReactNode
}

/** Tabs as links. The address holds the open tab. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [params] = useSearchParams()
  const open = useTab(tabs)
  return (
    <nav aria-label={label} className="relative -mb-px flex gap-5 overflow-x-auto border-b">
      {tabs.map((tab, index) => {
        const next = new URLSearchParams(params)
        if (index === 0) next.delete('tab')
        else next.set('tab', tab.id)
        return (
          <Link
            key={tab.id}
            to={{ search: next.toString() }}
            preventScrollReset
            aria-current={tab.id === open ? 'page' : undefined}
            className={cn(
              'flex min-h-10 shrink-0 items-center gap-2 rounded-t-control border-b-2 px-0.5 font-medium transition-colors focus-visible:-outline-offset-2',
              tab.id === open ? 'border-accent text-text' : 'border-transparent text-text-soft hover:text-text',
            )}
          >
            {tab.label}
            {tab.note}
          </Link>
        )
      })}
    </nav>
  )
}

/** The open tab. The first one when the address names none. */
export function useTab(tabs: readonly Tab[]): string {
  const [params] = useSearchParams()
  const named = params.get('tab')
  return (tabs.find(({ id }) => id === named) ?? tabs[0])?.id ?? ''
}
