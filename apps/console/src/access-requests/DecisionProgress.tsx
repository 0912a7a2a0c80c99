import type { AccessRequest } from '@gatehouse/contract'
import { CircleAlert, CircleCheck, Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths.ts'
import { cn } from '../ui/cn.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { decisionStages, isSettled, type SentDecision, type StageState } from './decision-stages.ts'

const titles = { approve: 'Your approval', reject: 'Your rejection', revoke: 'Your revoke' }

const icons: Record<StageState, ReactNode> = {
  done: <CircleCheck aria-hidden className="size-4 text-good" />,
  busy: <Spinner className="size-4" />,
  waiting: <Hourglass aria-hidden className="size-4 text-warn" />,
  failed: <CircleAlert aria-hidden className="size-4 text-bad" />,
}

/** Said to those who do not see the icon. */
const words: Record<StageState, string> = { done: 'done', busy: 'under way', waiting: 'waiting', failed: 'failed' }

/** How far what I decided has come: sent, confirmed by OCI, in effect. A revoke is red until it is. */
export function DecisionProgress({ sent, request }: { sent: SentDecision; request: AccessRequest }) {
  const stages = decisionStages(sent, request)
  const failed = stages.some(({ state }) => state === 'failed')
  const red = failed || (sent.decision === 'revoke' && !isSettled(stages))
  const { workRequestId, opcRequestId } = sent.action
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
              <p className={state === 'failed' ? 'text-bad' : 'text-text-soft'}>{note}</p>
            </div>
          </li>
        ))}
      </ol>
      {(opcRequestId !== null || workRequestId !== null) && (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 text-sm text-text-soft">
          {workRequestId !== null && request.service === 'delegate-access-control' && (
            <Link
              to={paths.workRequest({
                connectionId: request.connectionId,
                service: request.service,
                id: workRequestId,
              })}
              className="link"
            >
              Follow the work request
            </Link>
          )}
          {opcRequestId !== null && (
            <span className="inline-flex min-w-0 items-center gap-1">
              opc-request-id <code className="max-w-64 truncate font-mono">{opcRequestId}</code>
              <CopyButton text={opcRequestId} label="Copy the opc-request-id" />
            </span>
          )}
        </p>
      )}
    </section>
  )
}
