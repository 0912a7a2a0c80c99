import type { DesktopPool } from '@gatehouse/contract'
import { duration } from '../ui/times.ts'

type Rules = DesktopPool['sessionLifecycle']

const minuteMs = 60_000

/**
 * The rules for inactive users and for desktops after a disconnect, in whole sentences. Without a grace period OCI
 * applies a default that it does not publish. Unknown actions are shown as received.
 */
export const sessionRules = ({ inactivity, disconnect }: Rules): string[] => [
  ruleWords(inactivity, 'a user becomes inactive', 'Inactive users stay connected.', {
    DISCONNECT: 'they are disconnected',
  }),
  ruleWords(disconnect, 'a user disconnects', 'Desktops keep running after users disconnect.', {
    STOP: 'their desktop is stopped',
    DELETE: 'their desktop is deleted with everything on it',
  }),
]

function ruleWords(
  rule: Rules['inactivity'],
  when: string,
  withoutRule: string,
  actions: Record<string, string>,
): string {
  if (!rule || rule.action === 'NONE') return withoutRule
  const what = actions[rule.action] ?? `OCI applies ${rule.action}`
  if (rule.gracePeriodMinutes === null) return `Some time after ${when}, ${what} (OCI default).`
  if (rule.gracePeriodMinutes === 0) return `As soon as ${when}, ${what}.`
  return `${duration(rule.gracePeriodMinutes * minuteMs)} after ${when}, ${what}.`
}
