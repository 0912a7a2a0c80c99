import { useNow } from '../ui/now.ts'
import { Time } from '../ui/Time.tsx'
import { textTones } from '../ui/tones.ts'
import { ActButtons } from './ActButtons.tsx'
import type { CurrentAct } from './current-acts.ts'
import { describeAct } from './describe-act.ts'
import { OpcRequestId } from './OpcRequestId.tsx'
import { StandingIcon } from './StandingIcon.tsx'
import { WorkRequestLink } from './WorkRequestLink.tsx'

/** One act in a line: who, what, since when, the outcome, and what Gatehouse does next. */
export function PendingAct({ act }: { act: CurrentAct }) {
  const now = useNow()
  const { who, what, name, at, outcome } = describeAct(act, now)
  return (
    <li className="flex gap-2.5 px-3 py-2">
      <span className="mt-0.5 shrink-0">
        <StandingIcon standing={act.standing} />
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-60 wrap-anywhere">
          <span className="font-medium">{who}</span> {what} <span className="font-medium">{name}</span>
          <span className="text-text-soft">
            {', '}
            <Time at={at} show="relative" />.{' '}
            <span className={`font-medium ${textTones[outcome.tone]}`}>{outcome.word}.</span> {outcome.text}
          </span>
        </p>
        <span className="flex flex-wrap items-center gap-2 text-sm empty:hidden">
          {act.action && <WorkRequestLink action={act.action} />}
          <ActButtons act={act} />
        </span>
        {act.standing === 'failed' && outcome.opcRequestId !== null && (
          <div className="w-full">
            <OpcRequestId id={outcome.opcRequestId} />
          </div>
        )}
      </div>
    </li>
  )
}
