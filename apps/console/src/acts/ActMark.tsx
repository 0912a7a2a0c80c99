import { actName } from '../states/activity-words.ts'
import { useNow } from '../ui/now.ts'
import { describeAct } from './describe-act.ts'
import { StandingIcon } from './StandingIcon.tsx'
import { useCurrentActs } from './use-current-acts.ts'

/** In a row: an icon while an act on the thing is unsettled or failed recently. Its tip explains it. */
export function ActMark({ subjectId }: { subjectId: string }) {
  const mark = useMark(subjectId)
  if (!mark) return null
  return (
    <span data-tip={mark.tip} className="inline-flex shrink-0 items-center">
      <StandingIcon standing={mark.standing} />
      <span className="sr-only">{mark.words}</span>
    </span>
  )
}

/** The same as a line of text, for phones, which show no tips. */
export function ActLine({ subjectId }: { subjectId: string }) {
  const mark = useMark(subjectId)
  if (!mark) return null
  return (
    <span className="flex items-center gap-1.5 text-sm">
      <StandingIcon standing={mark.standing} />
      {mark.words}
    </span>
  )
}

/** The latest act to show on a thing: "Stop desktop pool: Accepted by OCI". */
function useMark(subjectId: string) {
  const now = useNow()
  const [act] = useCurrentActs(subjectId)
  if (!act) return null
  const { who, what, name, outcome } = describeAct(act, now)
  const kind = actName((act.action ?? act.attempt)!.act) // one of them is there
  return {
    standing: act.standing,
    words: `${kind}: ${outcome.word}`,
    tip: `${who} ${what} ${name}.\n${outcome.word}. ${outcome.text}`,
  }
}
