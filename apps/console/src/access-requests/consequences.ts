import type { AccessPhase, AccessRequest } from '@gatehouse/contract'
import { plural } from '../ui/in-words.ts'
import { absoluteTime } from '../ui/times.ts'
import { beginsMs, endsMs } from './access-window.ts'
import { approvalsGivenInRound } from './blocked.ts'
import { hoursInWords, resourceName } from './words.ts'

/** How many more people have to approve after this approval; null when OCI does not say. */
const approvalsMissingAfter = (request: AccessRequest): number | null =>
  request.approvalsRequired === null
    ? null
    : Math.max(0, request.approvalsRequired - approvalsGivenInRound(request) - 1)

const numberNotKnown =
  'Neither the access request nor its control says how many approvals are needed. Access may open with this one.'

/** What an approval does, to whom and until when, in whole sentences. `givenStart` is a later start that the approver chose. */
export function approveConsequences(request: AccessRequest, givenStart: string | null, nowMs: number): string[] {
  const missing = approvalsMissingAfter(request)
  const place = `Your approval is ${approvalsGivenInRound(request) + 1} of ${request.approvalsRequired}.`
  const waits = `Nothing changes until ${plural(missing ?? 0, 'more person approves', 'more people approve')}.`
  const isFirst = missing !== null && missing > 0
  return [
    ...(missing === null ? [numberNotKnown] : []),
    ...(isFirst ? [`${place} ${waits}`] : []),
    whatOpens(request, givenStart, nowMs, isFirst),
    'It can be revoked at any time.',
  ]
}

function whatOpens(request: AccessRequest, givenStart: string | null, nowMs: number, later: boolean) {
  const name = resourceName(request)
  const end = endsMs(request, givenStart, nowMs)
  const until = end === null ? '' : `, until ${later ? 'about ' : ''}${absoluteTime(end)}`
  if (request.phase === 'extension-waiting') {
    return `${later ? 'Then access' : 'Access'} to ${name} goes on for ${hoursInWords(request.extensionHours)} more${until}.`
  }
  const begins = beginsMs(request, givenStart, nowMs)
  const from = begins > nowMs ? `from ${absoluteTime(begins)}` : 'as soon as OCI has set it up'
  return `${later ? 'Then the' : 'The'} operator can log in to ${name} for ${hoursInWords(request.durationHours)}, ${from}${until}.`
}

/** What a rejection does, in whole sentences. */
export function rejectConsequences(request: AccessRequest): string[] {
  const name = resourceName(request)
  if (request.phase === 'extension-waiting') {
    return [
      `Access to ${name} stays open and ends as it was granted before${endInWords(request)}.`,
      'Only the extension is rejected. To end the access itself, revoke it.',
    ]
  }
  return [
    `The operator gets no access to ${name}, and what was approved so far counts no more.`,
    'This is final: the operator would have to raise another access request.',
  ]
}

/** What a revoke does, in whole sentences. */
export function revokeConsequences(request: AccessRequest): string[] {
  const name = resourceName(request)
  const final = 'This is final: the operator would have to raise another access request.'
  if (request.phase === 'scheduled') return [`Access to ${name} will not begin.`, final]
  return [
    `An operator who is logged in to ${name} under this access request is cut off at once and cannot come back.`,
    final,
    'It counts as revoked only when OCI says so; until then this page stays red.',
  ]
}

/** What happens when nobody does anything, in a whole sentence. */
export const ifNobodyActs = (request: AccessRequest): string => otherwise[request.phase](request, resourceName(request))

const otherwise: Record<AccessPhase, (request: AccessRequest, name: string) => string> = {
  waiting: (_request, name) =>
    `Nobody gets access to ${name}. It stays here until it is decided, or until OCI lets it expire; OCI does not say when that is.`,
  'extension-waiting': (request) =>
    `The extension is not granted, and access ends as it was granted before${endInWords(request)}.`,
  open: (request, name) => `Access to ${name} ends by itself${endInWords(request)}.`,
  scheduled: ({ startsAt }, name) =>
    `Access to ${name} begins by itself${startsAt === null ? '' : `, ${absoluteTime(Date.parse(startsAt))}`}.`,
  'in-transit': () => 'OCI goes on with what it is doing. If that fails, it is said here in red.',
  'may-be-open': (_request, name) =>
    `Access to ${name} may stay open: OCI does nothing more by itself. Contact Oracle Support.`,
  ended: () => 'Nothing more happens: it is over.',
  unknown: () => 'That cannot be told: Gatehouse does not know the state it is in.',
}

const endInWords = ({ accessEndsAt }: AccessRequest) =>
  accessEndsAt === null ? '' : `, ${absoluteTime(Date.parse(accessEndsAt))}`

/** The words on the button that approves: its effect. */
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
  request.phase === 'extension-waiting' ? 'Reject the extension' : `Reject access to ${resourceName(request)}`

export const revokeAction = (request: AccessRequest) => `Revoke access to ${resourceName(request)}`
