import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { Time } from './Time.tsx'
import { solidTones, type Tone } from './tones.ts'

/** Events on a line, newest first. */
export const Timeline = ({ label, children }: { label: string; children: ReactNode }) => (
  <ol aria-label={label} className="flex flex-col">
    {children}
  </ol>
)

interface TimelineEntryProps {
  tone?: Tone
  at: string | null
  /** Who. */
  actor?: ReactNode
  /** What, in a few words. */
  title: ReactNode
  /** A comment, details. */
  children?: ReactNode
}

export const TimelineEntry = ({ tone = 'plain', at, actor, title, children }: TimelineEntryProps) => (
  <li className="relative flex gap-3 pb-4 last:pb-0 not-last:before:absolute not-last:before:start-[5px] not-last:before:top-4 not-last:before:bottom-[-2px] not-last:before:w-px not-last:before:bg-line">
    <span
      aria-hidden
      className={cn(
        'mt-1 size-[11px] shrink-0 rounded-full border-2 border-surface ring-1 ring-line',
        solidTones[tone],
      )}
    />
    <div className="min-w-0 flex-1 space-y-0.5">
      <div className="font-medium">{title}</div>
      <div className="flex flex-wrap gap-x-1.5 text-sm text-text-soft">
        <Time at={at} />
        {actor && <span className="min-w-0 wrap-anywhere before:me-1.5 before:content-['·']">{actor}</span>}
      </div>
      {children && <div className="whitespace-pre-line wrap-anywhere">{children}</div>}
    </div>
  </li>
)
