import { X } from 'lucide-react'
import { Link } from 'react-router'
import { IconButton } from './Button.tsx'
import { cn } from './cn.ts'
import { dismissToast, useToasts } from './toasts.ts'
import { solidTones } from './tones.ts'

/** The container of toasts. The frame renders it once. */
export const Toasts = () => (
  <ol
    aria-live="polite"
    aria-label="Notifications"
    className="pointer-events-none fixed end-4 bottom-4 z-40 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2 max-sm:bottom-20"
  >
    {useToasts().map(({ id, tone, text, to }) => (
      <li key={id} className="floating pointer-events-auto flex animate-appear items-center gap-2.5 py-2 ps-3 pe-2">
        <span aria-hidden className={cn('size-2 shrink-0 rounded-full', solidTones[tone])} />
        <span className="min-w-0 flex-1">
          {to === undefined ? (
            text
          ) : (
            <Link to={to} className="link">
              {text}
            </Link>
          )}
        </span>
        <IconButton size="small" label="Dismiss" onClick={() => dismissToast(id)}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </li>
    ))}
  </ol>
)
