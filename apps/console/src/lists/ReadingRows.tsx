import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { ActError } from '../ui/ErrorState.tsx'
import { plural } from '../ui/in-words.ts'
import { Progress } from '../ui/Meter.tsx'

interface ReadingRowsProps {
  reading: { read: number; total: number; error: Error | null; retry: () => void } | null
  /** "pool", "pools". */
  noun: readonly [one: string, many: string]
  onClose: () => void
}

/** Before the question about all matching rows: the progress of reading them. */
export const ReadingRows = ({ reading, noun, onClose }: ReadingRowsProps) => (
  <ConfirmDialog
    open={reading !== null}
    onClose={onClose}
    title={`Reading ${plural(reading?.total ?? 0, ...noun)}`}
    action={null}
    dismiss="Cancel"
    onConfirm={() => {}}
  >
    {reading?.error ? (
      <div className="space-y-3">
        <ActError error={reading.error} />
        <Button size="small" onClick={reading.retry}>
          Try again
        </Button>
      </div>
    ) : (
      <div className="space-y-2">
        <Progress label="Read" percent={reading && reading.total > 0 ? (100 * reading.read) / reading.total : null} />
        <p className="text-sm text-text-soft tabular-nums">
          {(reading?.read ?? 0).toLocaleString('en')} of {(reading?.total ?? 0).toLocaleString('en')} read. Nothing is
          sent until you confirm.
        </p>
      </div>
    )}
  </ConfirmDialog>
)
