import { cn } from '../ui/cn.ts'
import { PendingAct } from './PendingAct.tsx'
import { useCurrentActs } from './use-current-acts.ts'

interface PendingActsProps {
  /** The OCID of the thing, or of the work request that carries an act out. */
  subjectId: string
  /** The attempt that is shown elsewhere on the page. */
  except?: string | undefined
  className?: string
}

/**
 * What goes on with a thing: acts of any person that are not settled or failed just now. It is read out as it changes. The page has to follow the ledger (`useLiveLedger`).
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
