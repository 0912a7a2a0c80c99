import { attemptOutcome } from '../acts/attempt-words.ts'
import { StopTrying } from '../acts/StopTrying.tsx'
import type { Attempt } from '../api/attempt.ts'
import { Notice } from '../ui/Notice.tsx'
import { useNow } from '../ui/now.ts'

/** The outcome of a decision is unknown: what Gatehouse does about it, and what the person can do. */
export function UnknownDecision({ attempt }: { attempt: Attempt }) {
  const now = useNow()
  const { action } = attempt
  const isRetrying = action?.following?.how === 'retrying'
  return (
    <div role="alert">
      <Notice
        tone="warn"
        title="Outcome unknown"
        action={isRetrying && action ? <StopTrying action={action} /> : undefined}
      >
        <p>{attemptOutcome(attempt, now).text}</p>
        <p>It may have taken effect. Trying again repeats the same decision and never applies it twice.</p>
      </Notice>
    </div>
  )
}
