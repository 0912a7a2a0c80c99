import { cn } from './cn.ts'

/** A small turning ring in the colour of the text around it; it stands still under reduced motion. */
export const Spinner = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 16 16" fill="none" aria-hidden className={cn('size-3.5 shrink-0 animate-turn', className)}>
    <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="2" opacity=".25" />
    <path d="M8 2a6 6 0 0 1 6 6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  </svg>
)
