import type { AccessRequest } from '@gatehouse/contract'
import { CircleAlert, CircleCheck, CircleDashed, CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { ActButtons } from '../acts/ActButtons.tsx'
import { OpcRequestId } from '../acts/OpcRequestId.tsx'
import { useAttempts } from '../acts/use-current-acts.ts'
import { WorkRequestLink } from '../acts/WorkRequestLink.tsx'
import { standingOf } from '../api/attempt.ts'
import { cn } from '../ui/cn.ts'
import { useNow } from '../ui/now.ts'
import { Spinner } from '../ui/Spinner.tsx'
import { decisionStages, isSettled, type StageState } from './decision-stages.ts'
import type { Decision } from './queries.ts'

/** A decision that was sent from this page. */
export interface SentDecision {
  decision: Decision
  attemptId: string
}

const titles = { approve: 'Your approval', reject: 'Your rejection', revoke: 'Your revoke' }

const icons: Record<StageState, ReactNode> = {
  done: <CircleCheck aria-hidden className="size-4 text-good" />,
  busy: <Spinner className="size-4 text-busy" />,
  waiting: <CircleDashed aria-hidden className="size-4 text-text-faint" />,
  unknown: <CircleHelp aria-hidden className="size-4 text-warn" />,
  failed: <CircleAlert aria-hidden className="size-4 text-bad" />,
}

/** For screen readers, in place of the icon. */
const words: Record<StageState, string> = {
  done: 'done',
  busy: 'in progress',
  waiting: 'waiting',
  unknown: 'unknown',
  failed: 'failed',
}

/** The stages of a decision: sent, accepted by OCI, in effect. A revoke is red until it is in effect. */
export function DecisionProgress({ sent, request }: { sent: SentDecision; request: AccessRequest }) {
  const now = useNow()
  const attempt = useAttempts().get(sent.attemptId)
  if (!attempt) return null
  const stages = decisionStages(sent.decision, attempt, request, now)
  const standing = standingOf(attempt)
  const red = standing === 'failed' || (sent.decision === 'revoke' && !isSettled(attempt))
  const { id, action } = attempt
  return (
    <section
      aria-live="polite"
      aria-label={titles[sent.decision]}
      className={cn('rounded-control border p-3', red ? 'border-bad bg-bad-soft' : 'bg-sunken')}
    >
      <p className={cn('font-semibold', red && 'text-bad')}>{titles[sent.decision]}</p>
      <ol className="mt-2 grid gap-2 sm:grid-cols-3">
        {stages.map(({ title, state, note }) => (
          <li key={title} className="flex gap-2">
            <span className="mt-0.5 shrink-0">{icons[state]}</span>
            <div className="min-w-0">
              <p className="font-medium">
                {title}
                <span className="sr-only"> ({words[state]})</span>
              </p>
              <p className={cn('wrap-anywhere', state === 'failed' ? 'text-bad' : 'text-text-soft')}>{note}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-text-soft empty:hidden">
        <ActButtons act={{ id, action, attempt, standing }} />
        {action && <WorkRequestLink action={action} />}
        {action && <OpcRequestId id={action.opcRequestId} />}
      </div>
    </section>
  )
}
