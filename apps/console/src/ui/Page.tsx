import type { ReactNode } from 'react'

/** A page: head, then blocks, one below the other. */
export const Page = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col gap-4 p-4 sm:p-6">{children}</div>
)

/** A page whose table fills the rest of the screen and scrolls inside. On a phone the page scrolls. */
export const FillPage = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col gap-4 p-4 sm:h-[calc(100dvh-var(--frame-top))] sm:min-h-120 sm:p-6 sm:pb-4">
    {children}
  </div>
)

/** A detail page's body: a main column, and a side of facts that goes below it when narrow. */
export const WithSide = ({ side, children }: { side: ReactNode; children: ReactNode }) => (
  <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px] lg:gap-6">
    <div className="flex min-w-0 flex-col gap-4">{children}</div>
    <aside className="flex min-w-0 flex-col gap-4">{side}</aside>
  </div>
)

interface SectionProps {
  title: string
  /** Beside the title: a count, a badge. */
  note?: ReactNode
  /** At the right of the title. */
  actions?: ReactNode
  children: ReactNode
}

/** A titled panel. */
export const Section = ({ title, note, actions, children }: SectionProps) => (
  <section className="panel min-w-0" aria-label={title}>
    <header className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 px-4 pt-2">
      <h2 className="text-base font-semibold">{title}</h2>
      {note && <span className="text-sm text-text-soft">{note}</span>}
      {actions && <div className="ms-auto flex items-center gap-1">{actions}</div>}
    </header>
    <div className="px-4 pt-1 pb-4">{children}</div>
  </section>
)
