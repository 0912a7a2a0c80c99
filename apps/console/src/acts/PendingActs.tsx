import { cn } from '../ui/cn.ts'
import { PendingAct } from './PendingAct.tsx'
import { useCurrentActs } from './use-current-acts.ts'

interface PendingActsProps {
  /** The OCID of the thing, or of the work request that carries out an act. */
  subjectId: string
  /** An attempt that another part of the page shows. */
  except?: string | undefined
  className?: string
}

/**
 * The acts on a thing, by any person, that are unsettled or failed recently. Announced to screen readers as they change.
 * The page must follow the ledger (`useLiveLedger`).
 */
export function PendingActs({ subjectId, except, className }: PendingActsProps) {
  const acts = useCurrentActs(subjectId).filter(({ id }) => id !== except)
  return (
    <div aria-live="polite" className={cn('empty:hidden', className)}>
      {acts.length > 0 && (
        <ul aria-label="Actions in progress" className="divide-y rounded-control border bg-surface">
          {acts.map((act) => (
            <PendingAct key={act.id} act={act} />
          ))}
        </ul>
      )}
    </div>
  )
}
