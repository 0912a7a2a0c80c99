import { actName } from '../states/activity-words.ts'
import { useNow } from '../ui/now.ts'
import { describeAct } from './describe-act.ts'
import { StandingIcon } from './StandingIcon.tsx'
import { useCurrentActs } from './use-current-acts.ts'

/** In a row: that an act on the thing is not settled, or failed just now. The tip has it in words. */
export function ActMark({ subjectId }: { subjectId: string }) {
  const now = useNow()
  const [act] = useCurrentActs(subjectId)
  if (!act) return null
  const { who, what, name, outcome } = describeAct(act, now)
  const kind = actName((act.action ?? act.attempt)!.act) // one of them is there
  return (
    <span
      data-tip={`${who} ${what} ${name}.\n${outcome.word}. ${outcome.text}`}
      className="inline-flex shrink-0 items-center"
    >
      <StandingIcon standing={act.standing} />
      <span className="sr-only">
        {kind}: {outcome.word}
      </span>
    </span>
  )
}
