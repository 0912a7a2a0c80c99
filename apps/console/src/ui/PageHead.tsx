import type { ReactNode } from 'react'
import { useDocumentTitle } from './use-document-title.ts'

interface PageHeadProps {
  title: string
  /** A badge, beside the title. */
  state?: ReactNode
  /** One line of what it is. */
  line?: ReactNode
  /** The way back: a link above the title. */
  above?: ReactNode
  /** At the right, one of them primary. */
  actions?: ReactNode
}

/** A page's head; also names the document. Every page has exactly one. */
export function PageHead({ title, state, line, above, actions }: PageHeadProps) {
  useDocumentTitle(title)
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-72 space-y-1">
        {above && <div className="text-sm text-text-soft">{above}</div>}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
          {state}
        </div>
        {line && <div className="max-w-[720px] text-text-soft">{line}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
