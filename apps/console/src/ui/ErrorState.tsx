import { RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { describeError } from './describe-error.ts'

interface ErrorStateProps {
  error: unknown
  onRetry?: () => void
  busy?: boolean
  /** Other ways out: a link back. */
  children?: ReactNode
}

/** A failed read: the error, its request ids, and a retry. */
export function ErrorState({ error, onRetry, busy, children }: ErrorStateProps) {
  const { title, detail, requestId, opcRequestId } = describeError(error)
  return (
    <div role="alert" className="mx-auto flex max-w-xl flex-col items-center gap-3 px-4 py-12 text-center">
      <span className="rounded-full bg-bad-soft p-2.5 text-bad">
        <TriangleAlert aria-hidden className="size-5" />
      </span>
      <div className="space-y-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="text-text-soft">{detail}</p>
      </div>
      <RequestIds requestId={requestId} opcRequestId={opcRequestId} />
      <div className="flex flex-wrap justify-center gap-2">
        {onRetry && (
          <Button busy={busy} icon={<RotateCw aria-hidden className="size-4" />} onClick={onRetry}>
            Try again
          </Button>
        )}
        {children}
      </div>
    </div>
  )
}

/** The error of an act, beside its button. Renders nothing without an error. */
export function ActError({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  const { detail, requestId, opcRequestId } = describeError(error)
  return (
    <div role="alert" className="flex gap-2 rounded-control bg-bad-soft px-3 py-2 text-bad">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 space-y-1">
        <p className="font-medium">{detail}</p>
        <RequestIds requestId={requestId} opcRequestId={opcRequestId} />
      </div>
    </div>
  )
}

const RequestIds = ({
  requestId,
  opcRequestId,
}: {
  requestId: string | undefined
  opcRequestId: string | undefined
}) => (
  <>
    {opcRequestId && <RequestId name="opc-request-id" value={opcRequestId} />}
    {requestId && <RequestId name="Request ID" value={requestId} />}
  </>
)

const RequestId = ({ name, value }: { name: string; value: string }) => (
  <p className="flex max-w-full items-center gap-1 text-sm text-text-soft">
    <span className="shrink-0">{name}</span>
    <code data-tip={value} className="truncate font-mono">
      {value}
    </code>
    <CopyButton text={value} label={`Copy ${name}`} />
  </p>
)
