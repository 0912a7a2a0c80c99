import { CheckCheck, SearchX } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { plural } from '../ui/in-words.ts'
import type { View } from './inbox.ts'

interface EmptyInboxProps {
  view: View
  isFiltered: boolean
  /** How many there are without search and filters. */
  hidden: number
  /** Which places were read, and when. */
  looked: string
  onClear: () => void
}

/** An empty inbox says what is empty, which places were read, and when. */
export function EmptyInbox({ view, isFiltered, hidden, looked, onClear }: EmptyInboxProps) {
  if (isFiltered && hidden > 0) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title="No matching access requests"
        action={<Button onClick={onClear}>Clear search and filters</Button>}
      >
        Search and filters hide {plural(hidden, 'access request')} in “{view.label}”.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<CheckCheck aria-hidden />} title={view.none}>
      {looked}.
    </EmptyState>
  )
}
