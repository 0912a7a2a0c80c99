import type { ReactNode } from 'react'
import { standingOf, type Attempt } from '../api/attempt.ts'
import { Button } from '../ui/Button.tsx'
import { useNow } from '../ui/now.ts'
import { textTones } from '../ui/tones.ts'
import { attemptOutcome } from './attempt-words.ts'
import { OpcRequestId } from './OpcRequestId.tsx'
import { mayTryAgain } from './may-try-again.ts'
import { StandingIcon } from './StandingIcon.tsx'
import { WorkRequestLink } from './WorkRequestLink.tsx'

interface ActResultProps {
  name: string
  attempt: Attempt
  /** The state of the item: a badge. */
  state: ReactNode
  onTryAgain: () => void
}

/** The result of an act on one item: the outcome, its meaning, and the possible next steps. */
export function ActResult({ name, attempt, state, onTryAgain }: ActResultProps) {
  const now = useNow()
  const { tone, word, text, opcRequestId } = attemptOutcome(attempt, now)
  const standing = standingOf(attempt)
  return (
    <li className="flex gap-2.5 px-3 py-2">
      <span className="mt-0.5 shrink-0">
        <StandingIcon standing={standing} />
      </span>
      <div className="min-w-0 flex-1 space-y-0.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
          {state}
          <span className="ms-auto text-sm">{attempt.action && <WorkRequestLink action={attempt.action} />}</span>
        </div>
        <p className="text-sm text-text-soft wrap-anywhere">
          <span className={`font-medium ${textTones[tone]}`}>{word}.</span> {text}
        </p>
        {standing === 'failed' && <OpcRequestId id={opcRequestId} />}
        {mayTryAgain(attempt) && (
          <Button size="small" busy={attempt.step === 'sending'} onClick={onTryAgain}>
            Try again
          </Button>
        )}
      </div>
    </li>
  )
}
