import type { AccessRequestRow } from '../../world/world.ts'
import { constant, oneOf } from './dice.ts'

/** A sentence for the history, with what the user said. */
export const told = (what: string, comment: string | undefined) => (comment ? `${what}: ${comment}` : what)

/** What an operator answers to a question; the same for the same request and question. */
export function operatorAnswer({ id, wire, extra }: AccessRequestRow): string {
  return oneOf(answers, constant(id, extra.interactions.length)).replaceAll(
    '{resource}',
    wire.resourceName ?? 'the target',
  )
}

/** What an operator writes when closing a request. */
export function closures({ id, wire }: AccessRequestRow): string {
  return oneOf(closingWords, constant(id, 'closure')).replaceAll('{resource}', wire.resourceName ?? 'the target')
}

const answers = [
  'The work is limited to the nodes listed in the request. No virtual machine is stopped, and no customer data is read.',
  'Automated diagnosis stopped at the storage layer. The logs we need exist only on {resource} and are rotated within two days, hence the severity.',
  'A restart of one management service is expected; databases stay up. If more becomes necessary we raise another access request.',
  'Field engineering has the spare part on site from 14:00 UTC. Without access the part can be changed but not brought into service.',
  'Command-level audit is enough for this procedure; we have no objection to keystroke-level audit.',
  'The full set of actions is needed because the runbook switches layers in its third step. It can be split into two requests if you prefer, which adds about an hour.',
  'The change record on our side is attached to the service request. Roll-back takes ten minutes and needs no further approval.',
]

const closingWords = [
  'Fault isolated, part replaced, alerts on {resource} are clear. No further access is needed.',
  'Diagnostics collected and uploaded to the service request. Nothing was changed.',
  'Service restarted on one node, health check passed on all nodes of {resource}.',
  'Procedure finished within the planned window; verification steps are listed in the service request.',
  'Work stopped before any change: the condition had cleared by itself. Closing.',
]
