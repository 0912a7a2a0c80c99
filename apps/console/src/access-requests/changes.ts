import type { AccessRequest, Approval } from '@gatehouse/contract'
import { absoluteTime } from '../ui/times.ts'
import { stateInWords } from '../states/access-request-state.ts'
import { hoursInWords, resourceName } from './words.ts'

/** A field that differs between two versions. */
export interface Change {
  what: string
  /** In words; null when there was nothing. */
  before: string | null
  after: string | null
}

type Read = (request: AccessRequest) => string | null

const read: Record<string, Read> = {
  State: ({ state }) => stateInWords(state).word,
  Severity: ({ severity }) => severity,
  Summary: ({ summary }) => summary,
  Reason: ({ reason }) => reason,
  Resource: resourceName,
  'Sub-resources': ({ subResources }) => list(subResources),
  Databases: ({ databases }) => list(databases),
  Actions: ({ actions }) => list(actions.toSorted()),
  Duration: ({ durationHours }) => (durationHours === null ? null : hoursInWords(durationHours)),
  Extension: ({ extensionHours }) => (extensionHours === null ? null : hoursInWords(extensionHours)),
  Start: ({ startsAt }) => time(startsAt),
  'Access ends': ({ accessEndsAt }) => time(accessEndsAt),
  'Approvals required': ({ approvalsRequired }) => approvalsRequired?.toString() ?? null,
  Approvals: ({ approvals }) => list(approvals.map(approvalInWords)),
  Control: ({ control }) => control && (control.name ?? control.id),
  'Operator reply': ({ isPendingMoreInfo }) => (isPendingMoreInfo ? 'pending' : 'not pending'),
  Messages: ({ conversation }) => (conversation.length === 0 ? null : conversation.length.toLocaleString('en')),
}

/**
 * The differences between two versions of an access request, the most important first. When only a field that is not
 * shown has changed, one general entry says so.
 */
export function changesBetween(before: AccessRequest, after: AccessRequest): Change[] {
  const changes = Object.entries(read).flatMap(([what, words]): Change[] => {
    const change = { what, before: words(before), after: words(after) }
    return change.before === change.after ? [] : [change]
  })
  if (changes.length > 0 || before.version === after.version) return changes
  return [{ what: 'Other', before: null, after: 'a field that is not shown here' }]
}

const list = (values: readonly string[]) => (values.length === 0 ? null : values.join(', '))
const time = (at: string | null) => (at === null ? null : absoluteTime(Date.parse(at)))

const approvalInWords = ({ kind, approverName, approverId, action, at }: Approval) =>
  [
    action?.toLowerCase() ?? 'approve',
    `by ${approverName ?? approverId ?? 'an unknown user'}`,
    kind === 'extension' && '(extension)',
    at && `at ${time(at)}`,
  ]
    .filter(Boolean)
    .join(' ')
