import { CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { softTones } from './tones.ts'

const icons = { accent: Info, good: CircleCheck, warn: TriangleAlert, bad: TriangleAlert, plain: Info }

interface NoticeProps {
  tone?: keyof typeof icons
  title?: string
  /** At the right, or below when narrow. */
  action?: ReactNode
  children?: ReactNode
}

/** An inline notice. */
export function Notice({ tone = 'plain', title, action, children }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={cn('flex flex-wrap items-start gap-x-3 gap-y-2 rounded-control px-3 py-2.5', softTones[tone])}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 basis-56">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={tone === 'plain' ? 'text-text' : undefined}>{children}</div>}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  )
}
