import type { Desktop } from '@gatehouse/contract'
import { useNow } from '../ui/now.ts'
import { exactTime, utcTime } from '../ui/times.ts'
import { lastAndNextAction } from './last-and-next-action.ts'

/** The last and the next action on a desktop. The tip has the exact times, in the reader's zone and UTC. */
export function LastAndNextAction({ desktop }: { desktop: Pick<Desktop, 'lastAction' | 'nextAction'> }) {
  const now = useNow()
  const words = lastAndNextAction(desktop, now)
  if (words === null) return <span className="text-text-faint">Not reported by OCI</span>
  // a cell may cut the sentence, so the tip repeats it
  return <span data-tip={`${words}\n\n${exactTimes(desktop)}`}>{words}</span>
}

const exactTimes = ({ lastAction, nextAction }: Pick<Desktop, 'lastAction' | 'nextAction'>) =>
  [lastAction, nextAction]
    .flatMap((action) => (action ? [Date.parse(action.at)] : []))
    .map((at) => `${exactTime(at)}\n${utcTime(at)}`)
    .join('\n\n')
