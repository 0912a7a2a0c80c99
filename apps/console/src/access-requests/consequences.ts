import type { AccessPhase, AccessRequest } from '@gatehouse/contract'
import { plural } from '../ui/in-words.ts'
import { absoluteTime } from '../ui/times.ts'
import { beginsMs, endsMs } from './access-window.ts'
import { approvalsGivenInRound } from './blocked.ts'
import { hoursInWords, resourceName } from './words.ts'

/** How many approvals are missing after this one. Null when OCI does not report the required number. */
const approvalsMissingAfter = (request: AccessRequest): number | null =>
  request.approvalsRequired === null
    ? null
    : Math.max(0, request.approvalsRequired - approvalsGivenInRound(request) - 1)

const numberUnknown = 'The number of approvals required is unknown. Access may open with this one.'

/** The consequences of an approval, in whole sentences. `chosenStart` is a later start that the approver chose. */
export function approveConsequences(request: AccessRequest, chosenStart: string | null, nowMs: number): string[] {
  const missing = approvalsMissingAfter(request)
  const place = `Your approval is ${approvalsGivenInRound(request) + 1} of ${request.approvalsRequired}.`
  const waits = `Nothing changes until ${plural(missing ?? 0, 'more person approves', 'more people approve')}.`
  const isFirst = missing !== null && missing > 0
  return [
    ...(missing === null ? [numberUnknown] : []),
    ...(isFirst ? [`${place} ${waits}`] : []),
    whatOpens(request, chosenStart, nowMs, isFirst),
    'You can revoke it at any time.',
  ]
}

function whatOpens(request: AccessRequest, chosenStart: string | null, nowMs: number, later: boolean) {
  const name = resourceName(request)
  const end = endsMs(request, chosenStart, nowMs)
  const until = end === null ? '' : `, until ${later ? 'about ' : ''}${absoluteTime(end)}`
  if (request.phase === 'extension-waiting') {
    return `${later ? 'Then access' : 'Access'} to ${name} continues for ${hoursInWords(request.extensionHours)} more${until}.`
  }
  const begins = beginsMs(request, chosenStart, nowMs)
  const from = begins > nowMs ? `from ${absoluteTime(begins)}` : 'as soon as OCI has set up access'
  return `${later ? 'Then the' : 'The'} operator can sign in to ${name} for ${hoursInWords(request.durationHours)}, ${from}${until}.`
}

/** The consequences of a rejection, in whole sentences. */
export function rejectConsequences(request: AccessRequest): string[] {
  const name = resourceName(request)
  if (request.phase === 'extension-waiting') {
    return [
      `Access to ${name} stays open and ends as originally granted${endInWords(request)}.`,
      'Only the extension is rejected. To end access, revoke it.',
    ]
  }
  return [
    `The operator gets no access to ${name}. Approvals given so far become void.`,
    'This is final. The operator would have to raise another access request.',
  ]
}

/** The consequences of a revoke, in whole sentences. */
export function revokeConsequences(request: AccessRequest): string[] {
  const name = resourceName(request)
  const final = 'This is final. The operator would have to raise another access request.'
  if (request.phase === 'scheduled') return [`Access to ${name} will not start.`, final]
  return [
    `An operator signed in to ${name} under this access request is disconnected immediately and cannot return.`,
    final,
    'It counts as revoked only once OCI confirms it. Until then this page stays red.',
  ]
}

/** What happens without any action, in whole sentences. */
export const ifNoAction = (request: AccessRequest): string =>
  withoutAction[request.phase](request, resourceName(request))

const withoutAction: Record<AccessPhase, (request: AccessRequest, name: string) => string> = {
  waiting: (_request, name) =>
    `No one gets access to ${name}. The access request stays here until it is decided or expires. OCI does not say when it expires.`,
  'extension-waiting': (request) =>
    `The extension is not granted, and access ends as originally granted${endInWords(request)}.`,
  open: (request, name) => `Access to ${name} ends automatically${endInWords(request)}.`,
  scheduled: ({ startsAt }, name) =>
    `Access to ${name} starts automatically${startsAt === null ? '' : `, ${absoluteTime(Date.parse(startsAt))}`}.`,
  'in-transit': () => 'OCI finishes the current change. If it fails, this page shows it in red.',
  'may-be-open': (_request, name) =>
    `Access to ${name} may stay open. OCI takes no further action. Contact Oracle Support.`,
  ended: () => 'Nothing. This access request has ended.',
  unknown: () => 'Unknown. Gatehouse does not know this state.',
}

const endInWords = ({ accessEndsAt }: AccessRequest) =>
  accessEndsAt === null ? '' : `, ${absoluteTime(Date.parse(accessEndsAt))}`

/** The label of the approve button: its effect. */
export function approveAction(request: AccessRequest, isLater: boolean): string {
  const missing = approvalsMissingAfter(request)
  if (missing !== null && missing > 0) {
    return `Give approval ${approvalsGivenInRound(request) + 1} of ${request.approvalsRequired}`
  }
  const name = resourceName(request)
  if (request.phase === 'extension-waiting') return `Grant ${hoursInWords(request.extensionHours)} more to ${name}`
  return `Grant ${hoursInWords(request.durationHours)} to ${name}${isLater ? ' later' : ''}`
}

export const rejectAction = (request: AccessRequest) =>
  request.phase === 'extension-waiting' ? 'Reject extension' : `Reject access to ${resourceName(request)}`

export const revokeAction = (request: AccessRequest) => `Revoke access to ${resourceName(request)}`
