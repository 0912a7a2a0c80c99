import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { CopyButton } from './CopyButton.tsx'
import { describeError } from './describe-error.ts'
import { Spinner } from './Spinner.tsx'

/** How one of several acts stands. */
export type ResultStep = 'waiting' | 'sent' | 'done' | 'failed'

/** What became of each of several acts. */
export const ResultList = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul aria-label={label} className="divide-y rounded-control border">
    {children}
  </ul>
)

interface ResultProps {
  step: ResultStep
  /** What was acted on. */
  name: string
  /** What it failed with. */
  error?: unknown
  /** How the thing itself stands: a badge. */
  state?: ReactNode
  /** A link to what came of it. */
  children?: ReactNode
}

const words: Record<ResultStep, string> = {
  waiting: 'Waiting for its turn',
  sent: 'Sent to OCI',
  done: 'Confirmed by OCI',
  failed: 'Not done',
}

const icons: Record<ResultStep, ReactNode> = {
  waiting: <CircleDashed aria-hidden className="size-4 text-text-faint" />,
  sent: <Spinner className="size-4 text-busy" />,
  done: <CircleCheck aria-hidden className="size-4 text-good" />,
  failed: <CircleAlert aria-hidden className="size-4 text-bad" />,
}

export const Result = ({ step, name, error, state, children }: ResultProps) => (
  <li className="flex gap-2.5 px-3 py-2">
    <span className="mt-0.5 shrink-0">{icons[step]}</span>
    <div className="min-w-0 flex-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
        {state}
        <span className="ms-auto flex items-center gap-2 text-sm text-text-soft">
          {step !== 'failed' && words[step]}
          {children}
        </span>
      </div>
      {step === 'failed' && <Failure error={error} />}
    </div>
  </li>
)

function Failure({ error }: { error: unknown }) {
  const { detail, opcRequestId } = describeError(error)
  return (
    <div className="text-sm">
      <p className="text-bad">{detail}</p>
      {opcRequestId && (
        <p className="flex max-w-full items-center gap-1 text-text-soft">
          <span className="shrink-0">opc-request-id</span>
          <code data-tip={opcRequestId} className="truncate font-mono">
            {opcRequestId}
          </code>
          <CopyButton text={opcRequestId} label="Copy the opc-request-id" />
        </p>
      )}
    </div>
  )
}
