import type { AccessRequest, RequestedAction } from '@gatehouse/contract'
import { actionsInShort, hoursInWords, listInWords } from './words.ts'

export interface ActionRisk {
  /** `raised` is a shell; `high` may do everything, or nobody knows what. */
  level: 'high' | 'raised' | 'usual'
  /** What raises it, in a few words. */
  marks: string[]
}

/** Longer than this in all is long, in hours: somebody should have slept and looked again meanwhile. */
const longAccessHours = 24

/** How much an action allows; one of which Oracle says nothing is taken to allow much. */
export function actionRisk(action: RequestedAction): ActionRisk {
  const full = isFullAdministration(action)
  const unknown = isUnknown(action)
  const ssh = action.sshAllowed === true
  const marks = [
    full && 'Full administration',
    unknown && 'Unknown action, treated as high risk',
    ssh && 'SSH shell',
  ].filter((mark) => mark !== false)
  if (full || unknown) return { level: 'high', marks }
  return { level: ssh ? 'raised' : 'usual', marks }
}

/** What the control approves without asking comes last; of each part the most dangerous come first. */
export const actionsForDecision = ({ requestedActions }: Pick<AccessRequest, 'requestedActions'>) =>
  requestedActions.toSorted((a, b) => rank(a) - rank(b))

const levels = ['high', 'raised', 'usual']
const rank = (action: RequestedAction) =>
  (action.preApproved === true ? levels.length : 0) + levels.indexOf(actionRisk(action).level)

/**
 * What makes approving it dangerous, in whole sentences; none when nothing does. Actions that the control approves anyway
 * add nothing to what is decided here.
 */
export function approvalRisks(request: AccessRequest): string[] {
  const notPreApproved = request.requestedActions.filter(({ preApproved }) => preApproved !== true)
  const names = (wanted: (action: RequestedAction) => boolean) =>
    inShort(notPreApproved.filter(wanted).map(({ name }) => name))
  const full = names(isFullAdministration)
  const ssh = names(({ sshAllowed }) => sshAllowed === true)
  const unknown = names(isUnknown)
  const hours = totalHours(request)
  return [
    request.severity === 'S1' && 'This is severity S1, the most severe.',
    request.requestedActions.length === 0 && 'OCI lists no actions, so the scope of this access is unknown.',
    full !== '' && `This grants full administration: ${full}.`,
    ssh !== '' && `This grants an SSH shell: ${ssh}.`,
    unknown !== '' && `Oracle does not document what this allows: ${unknown}.`,
    request.phase === 'extension-waiting' &&
      hours !== null &&
      hours > longAccessHours &&
      `With this extension, access lasts ${hoursInWords(hours)} in total, longer than a day.`,
  ].filter((risk) => risk !== false)
}

/** All of a few; of many the first two and their number. */
const inShort = (names: readonly string[]) => (names.length > 3 ? actionsInShort(names) : listInWords(names))

const isFullAdministration = ({ name, displayName, properties }: RequestedAction) =>
  /(^|_)FULL(_|$)/i.test(name) ||
  /\bfull\b/i.test(displayName ?? '') ||
  properties.some(({ value }) => value === 'FULLADMINISTRATION')

const isUnknown = ({ description, displayName, sshAllowed }: RequestedAction) =>
  description === null && displayName === null && sshAllowed === null

/** From the beginning to the end with the extension granted; null when that cannot be told. */
function totalHours({ durationHours, extensionHours, accessBeganAt, accessEndsAt }: AccessRequest): number | null {
  if (accessBeganAt !== null && accessEndsAt !== null && extensionHours !== null) {
    return Math.round((Date.parse(accessEndsAt) - Date.parse(accessBeganAt)) / 3_600_000) + extensionHours
  }
  return durationHours !== null && extensionHours !== null ? durationHours + extensionHours : null
}
