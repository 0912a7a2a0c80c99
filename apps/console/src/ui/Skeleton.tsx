import { cn } from './cn.ts'

/** A placeholder for text. `className` sets its width. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cn('block h-3.5 animate-breathe rounded-small bg-plain-soft', className)} />
)

/** A panel's worth of lines. */
export const SkeletonLines = ({ lines = 4 }: { lines?: number }) => (
  <output className="block space-y-3">
    <span className="sr-only">Loading</span>
    {Array.from({ length: lines }, (_, index) => (
      <Skeleton key={index} className={widths[index % widths.length] ?? 'w-full'} />
    ))}
  </output>
)

const widths = ['w-11/12', 'w-3/4', 'w-5/6', 'w-2/3']
