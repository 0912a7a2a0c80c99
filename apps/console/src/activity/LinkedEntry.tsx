import { useQuery } from '@tanstack/react-query'
import { Button } from '../ui/Button.tsx'
import { ActError } from '../ui/ErrorState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { SkeletonLines } from '../ui/Skeleton.tsx'
import { LedgerEntry } from './LedgerEntry.tsx'
import { entryQuery } from './queries.ts'

/** The entry that the address names, when the list below lacks it because it is older or filtered out. */
export function LinkedEntry({ sequence, onClose }: { sequence: number; onClose: () => void }) {
  const { data: action, error } = useQuery(entryQuery(sequence))
  if (action === null) {
    return (
      <Notice
        tone="warn"
        action={
          <Button size="small" onClick={onClose}>
            Close
          </Button>
        }
      >
        The ledger has no entry {sequence}. The link may be wrong or belong to another Gatehouse.
      </Notice>
    )
  }
  return (
    <Section title={`Entry ${sequence}`}>
      {error && <ActError error={error} />}
      {!action && !error && <SkeletonLines lines={3} />}
      {action && (
        <ol className="-mx-4">
          <LedgerEntry action={action} open onToggle={onClose} />
        </ol>
      )}
    </Section>
  )
}
