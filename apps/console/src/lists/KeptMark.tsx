import { Archive } from 'lucide-react'
import { Badge } from '../ui/Badge.tsx'
import { absoluteTime } from '../ui/times.ts'

/** In a row: OCI no longer lists the thing. Renders nothing while it does. */
export function KeptMark({ forgottenAt }: { forgottenAt: string | null }) {
  if (forgottenAt === null) return null
  return (
    <span data-tip={keptTip(forgottenAt)} className="inline-flex shrink-0 text-text-faint">
      <Archive aria-hidden className="size-3.5" />
      <span className="sr-only">Kept by Gatehouse</span>
    </span>
  )
}

/** The same as a badge, for the head of a page and for phones. */
export function KeptBadge({ forgottenAt }: { forgottenAt: string | null }) {
  if (forgottenAt === null) return null
  return (
    <Badge tone="plain" icon={<Archive aria-hidden className="size-3.5" />} tip={keptTip(forgottenAt)}>
      Kept by Gatehouse
    </Badge>
  )
}

const keptTip = (forgottenAt: string) =>
  `Kept by Gatehouse\nOCI has not listed this since ${absoluteTime(Date.parse(forgottenAt))}.`
