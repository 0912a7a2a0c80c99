import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Change } from './changes.ts'

interface ChangedMeanwhileProps {
  changes: readonly Change[]
  nothingSent: boolean
  /** Why it can no longer be decided. */
  blocked: string | undefined
  /** Continues with the current version of the access request. */
  onDecide: () => void
}

/** What changed since the dialog opened, before and after. */
export const ChangedMeanwhile = ({ changes, nothingSent, blocked, onDecide }: ChangedMeanwhileProps) => (
  <div role="alert">
    <Notice
      tone="warn"
      title={`The access request changed while you were deciding${nothingSent ? '. Nothing was sent' : ''}`}
      action={
        blocked === undefined && (
          <Button size="small" onClick={onDecide}>
            Continue with the current version
          </Button>
        )
      }
    >
      <dl className="mt-1 space-y-1">
        {changes.map(({ what, before, after }) => (
          <div key={what}>
            <dt className="inline font-medium">{what}: </dt>
            <dd className="inline">
              {before !== null && <del className="opacity-80">{before}</del>}
              {before !== null && ' → '}
              <ins className="font-medium no-underline">{after ?? 'none'}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {blocked !== undefined && <p className="mt-1 font-medium">{blocked}</p>}
    </Notice>
  </div>
)
