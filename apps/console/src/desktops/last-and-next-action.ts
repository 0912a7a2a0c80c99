import type { Desktop } from '@gatehouse/contract'
import { shortTime } from '../ui/short-time.ts'

interface ActionWords {
  /** "Stopped", before the time. */
  past: string
  /** "stops", before the time. */
  future: string
  /** The cause, after the time. */
  by?: string
  /** The cause of a future action, if it differs. */
  plannedBy?: string
}

/**
 * `DesktopAction.action` in words. OCI names the actions without describing them: AVAILABILITY is the cron pair of the
 * availability policy, SCHEDULED the times at which the pool opens and closes. A planned disconnection can only come
 * from the inactivity rule.
 */
const words: Record<string, ActionWords> = {
  API_START: { past: 'Started', future: 'starts', by: 'on request' },
  API_STOP: { past: 'Stopped', future: 'stops', by: 'on request' },
  AVAILABILITY_START: { past: 'Started', future: 'starts', by: 'by schedule' },
  AVAILABILITY_STOP: { past: 'Stopped', future: 'stops', by: 'by schedule' },
  DISCONNECTED_STOP: { past: 'Stopped', future: 'stops', by: 'by the disconnect rule' },
  DISCONNECTED_DELETE: { past: 'Deleted', future: 'is deleted', by: 'by the disconnect rule' },
  SCHEDULED_START: { past: 'Started', future: 'starts', by: 'as the pool opens' },
  SCHEDULED_STOP: { past: 'Stopped', future: 'stops', by: 'as the pool closes' },
  SYNCHRONIZE: { past: 'Synchronized', future: 'is synchronized', by: 'with its pool' },
  CONNECTED: { past: 'User connected', future: 'user connects' },
  DISCONNECTED: { past: 'User disconnected', future: 'user is disconnected', plannedBy: 'by the inactivity rule' },
}

type Actions = Pick<Desktop, 'lastAction' | 'nextAction'>

/**
 * The last and the next action on a desktop, with times in the reader's zone: "Stopped 18:04 by the disconnect rule;
 * starts Mon 07:00 by schedule". Null when OCI reports neither. Unknown actions are shown as received.
 */
export function lastAndNextAction(
  { lastAction, nextAction }: Actions,
  nowMs: number,
  timeZone?: string,
): string | null {
  const parts = [
    lastAction && pastWords(lastAction.action, shortTime(Date.parse(lastAction.at), nowMs, timeZone)),
    nextAction && futureWords(nextAction.action, shortTime(Date.parse(nextAction.at), nowMs, timeZone)),
  ].filter((part) => part !== null)
  if (parts.length === 0) return null
  const text = parts.join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function pastWords(action: string, time: string) {
  const { past, by } = words[action] ?? { past: action }
  return [past, time, by].filter(Boolean).join(' ')
}

function futureWords(action: string, time: string) {
  const { future, by, plannedBy = by } = words[action] ?? { future: action }
  return [future, time, plannedBy].filter(Boolean).join(' ')
}
