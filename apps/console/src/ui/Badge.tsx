import { Circle, CircleAlert, CircleCheck, CircleDot, Clock3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { Spinner } from './Spinner.tsx'
import { softTones, type Tone } from './tones.ts'

const icons: Record<Tone, ReactNode> = {
  good: <CircleCheck aria-hidden className="size-3.5" />,
  busy: <Spinner />,
  warn: <Clock3 aria-hidden className="size-3.5" />,
  bad: <CircleAlert aria-hidden className="size-3.5" />,
  plain: <Circle aria-hidden className="size-3.5" />,
  accent: <CircleDot aria-hidden className="size-3.5" />,
}

interface BadgeProps {
  tone: Tone
  /** Since when, and what comes next. */
  tip?: string | undefined
  /** Another icon, or null for none. */
  icon?: ReactNode
  children: ReactNode
}

/** A state: icon, word and tone. `busy` turns. */
export const Badge = ({ tone, tip, icon = icons[tone], children }: BadgeProps) => (
  <span
    data-tip={tip}
    className={cn(
      'inline-flex h-5.5 max-w-full items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap',
      icon !== null && 'ps-1.5',
      softTones[tone],
    )}
  >
    {icon}
    <span className="truncate">{children}</span>
  </span>
)

/** A count beside a label. Renders nothing at zero. */
export const Count = ({ tone = 'warn', value, label }: { tone?: Tone; value: number; label: string }) =>
  value === 0 ? null : (
    <span
      className={cn(
        'relative inline-flex h-5 min-w-5 items-center justify-center rounded-full px-1.5 text-xs font-semibold tabular-nums',
        softTones[tone],
      )}
    >
      {value > 999 ? '999+' : value}
      <span className="sr-only"> {label}</span>
    </span>
  )
