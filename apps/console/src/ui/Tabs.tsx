import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { cn } from './cn.ts'

export interface Tab {
  /** As it stands in the address, `?tab=desktops`; the first is the one without. */
  id: string
  label: string
  /** A count, a badge. */
  note?: ReactNode
}

/** Tabs are links: what is open stands in the address. */
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

/** Which of the tabs is open; the first when the address names none of them. */
export function useTab(tabs: readonly Tab[]): string {
  const [params] = useSearchParams()
  const named = params.get('tab')
  return (tabs.find(({ id }) => id === named) ?? tabs[0])?.id ?? ''
}
