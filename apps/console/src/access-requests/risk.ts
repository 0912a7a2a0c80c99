import type { AccessRequest, RequestedAction } from '@gatehouse/contract'
import { actionsInShort, hoursInWords, listInWords } from './words.ts'

export interface ActionRisk {
  /** `raised` is a shell; `high` is full administration or undocumented. */
  level: 'high' | 'raised' | 'usual'
  /** The reasons for the level, in a few words. */
  marks: string[]
}

/** Extensions beyond this total count as a risk, because a day passes without another review. */
const longAccessHours = 24

/** How much an action allows. An action that Oracle does not document counts as high risk. */
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

/** Pre-approved actions last; within each part the most dangerous first. */
export const actionsForDecision = ({ requestedActions }: Pick<AccessRequest, 'requestedActions'>) =>
  requestedActions.toSorted((a, b) => rank(a) - rank(b))

const levels = ['high', 'raised', 'usual']
const rank = (action: RequestedAction) =>
  (action.preApproved === true ? levels.length : 0) + levels.indexOf(actionRisk(action).level)

/**
 * The risks of approving it, in whole sentences. Pre-approved actions are not part of this decision and add no risk.
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

/** Up to three names in full; of more, the first two and the number. */
const inShort = (names: readonly string[]) => (names.length > 3 ? actionsInShort(names) : listInWords(names))

const isFullAdministration = ({ name, displayName, properties }: RequestedAction) =>
  /(^|_)FULL(_|$)/i.test(name) ||
  /\bfull\b/i.test(displayName ?? '') ||
  properties.some(({ value }) => value === 'FULLADMINISTRATION')

const isUnknown = ({ description, displayName, sshAllowed }: RequestedAction) =>
  description === null && displayName === null && sshAllowed === null

/** Hours from the start to the end with the extension granted. Null when unknown. */
function totalHours({ durationHours, extensionHours, accessBeganAt, accessEndsAt }: AccessRequest): number | null {
  if (accessBeganAt !== null && accessEndsAt !== null && extensionHours !== null) {
    return Math.round((Date.parse(accessEndsAt) - Date.parse(accessBeganAt)) / 3_600_000) + extensionHours
  }
  return durationHours !== null && extensionHours !== null ? durationHours + extensionHours : null
}
