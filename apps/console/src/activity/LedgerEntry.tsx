import type { Action } from '@gatehouse/contract'
import { ChevronDown, CircleHelp, Link2 } from 'lucide-react'
import { useId } from 'react'
import { Link } from 'react-router'
import { actInWords, actStatus, subjectPath } from '../states/activity-words.ts'
import { Badge } from '../ui/Badge.tsx'
import { IconButton } from '../ui/Button.tsx'
import { cn } from '../ui/cn.ts'
import { Time } from '../ui/Time.tsx'
import { EntryFacts } from './EntryFacts.tsx'

interface LedgerEntryProps {
  action: Action
  open: boolean
  onToggle: () => void
}

/** One entry of the ledger: who did what, when, and the outcome. Expanded, with every field. */
export function LedgerEntry({ action, open, onToggle }: LedgerEntryProps) {
  const { at, by, subject, status, comment, problem } = action
  const { word, tone, meaning } = actStatus(status)
  const detailsId = useId()
  return (
    <li ref={open ? intoView : undefined} className={cn('px-4 py-2.5', open && 'bg-sunken')}>
      <div className="flex items-start gap-3">
        <div className="grid min-w-0 flex-1 gap-x-4 gap-y-1 sm:grid-cols-[11.5rem_minmax(0,1fr)_auto] sm:items-baseline">
          <span className="text-sm text-text-soft">
            <Time at={at} />
          </span>
          <div className="min-w-0 space-y-0.5">
            <p className="wrap-anywhere">
              <span className="font-medium">{by.name}</span>
              {by.name !== by.role && <span className="text-text-soft"> ({by.role})</span>} {actInWords(action)}{' '}
              <Link to={subjectPath(action)} className="link font-medium">
                {subject.name}
              </Link>
            </p>
            {comment && <p className="text-text-soft wrap-anywhere">“{comment}”</p>}
            {problem && (
              <p className={cn('text-sm wrap-anywhere', status === 'failed' ? 'text-bad' : 'text-warn')}>{problem}</p>
            )}
          </div>
          <span className="justify-self-start sm:justify-self-end">
            <Badge
              tone={tone}
              tip={meaning}
              icon={status === 'unknown' ? <CircleHelp aria-hidden className="size-3.5" /> : undefined}
            >
              {word}
            </Badge>
          </span>
        </div>
        <IconButton
          size="small"
          label={open ? 'Hide details' : 'Show details'}
          aria-expanded={open}
          aria-controls={open ? detailsId : undefined}
          onClick={onToggle}
        >
          <ChevronDown aria-hidden className={cn('size-4 transition-transform', open && 'rotate-180')} />
        </IconButton>
      </div>
      {open && (
        <div id={detailsId} className="mt-3 border-t pt-3">
          <p className="mb-3 flex items-center gap-1.5 text-sm text-text-soft">
            <Link2 aria-hidden className="size-3.5 shrink-0" />
            The address of this page links to this entry. {meaning}{' '}
            {status === 'failed' && !action.wasSent && 'Nothing was sent to OCI.'}
          </p>
          <EntryFacts action={action} />
        </div>
      )}
    </li>
  )
}

/** Scrolls a linked entry into view. */
const intoView = (entry: HTMLLIElement | null) => entry?.scrollIntoView({ block: 'nearest' })
