import type { AccessHistoryEntry, Message } from '@gatehouse/contract'
import type { DelegateAccessControl, OperatorAccessControl } from '@gatehouse/oci-api'
import { personBehind, type Decided } from './approvals.ts'
import { phaseOf } from './phases.ts'

/** Newest first. */
export const oacHistory = (
  wire: readonly OperatorAccessControl.AccessRequestHistorySummary[],
  decisions: readonly Decided[],
): AccessHistoryEntry[] =>
  newestFirst(
    wire.map((entry) => ({
      state: entry.lifecycleState ?? '',
      phase: phaseOf('operator-access-control', entry.lifecycleState),
      at: entry.timeOfAction ?? null,
      userId: entry.userId ?? null,
      userName: personBehind(decisions, entry.userId, entry.timeOfAction),
      description: entry.description ?? null,
      durationHours: entry.duration ?? null,
      isAutoApproved: entry.isAutoApproved ?? false,
      actions: entry.actionsList ?? [],
    })),
  )

/** Newest first. Delegate Access Control has no hours and no actions. */
export const dacHistory = (
  wire: readonly DelegateAccessControl.DelegatedResourceAccessRequestHistorySummary[],
  decisions: readonly Decided[],
): AccessHistoryEntry[] =>
  newestFirst(
    wire.map((entry) => ({
      state: entry.requestStatus ?? entry.lifecycleState ?? '',
      phase: phaseOf('delegate-access-control', entry.requestStatus),
      at: entry.timestamp ?? null,
      userId: entry.userId ?? null,
      userName: personBehind(decisions, entry.userId, entry.timestamp),
      description: entry.comment ?? null,
      durationHours: null,
      isAutoApproved: entry.requestStatus === 'PREAPPROVED',
      actions: [],
    })),
  )

/** Oldest first. */
export const oacConversation = (wire: readonly OperatorAccessControl.InteractionSummary[]): Message[] =>
  oldestFirst(
    wire.map((message) => ({
      id: message.id ?? null,
      from: speaker(message.userType),
      userName: message.userName ?? null,
      text: message.message ?? '',
      at: message.timeOfConversation ?? null,
    })),
  )

/** Oldest first. */
export const dacConversation = (wire: readonly DelegateAccessControl.ServiceProviderInteractionSummary[]): Message[] =>
  oldestFirst(
    wire.map((message) => ({
      id: message.messageIdentifier ?? null,
      from: speaker(message.userType),
      userName: message.userName ?? null,
      text: message.message ?? '',
      at: message.timestamp ?? null,
    })),
  )

/** A free string in Operator Access Control. */
function speaker(userType: string | undefined): Message['from'] {
  if (/operator/i.test(userType ?? '')) return 'operator'
  return /customer|user|approver/i.test(userType ?? '') ? 'customer' : 'unknown'
}

/** The services document no order. The sort is stable, so entries with equal times keep theirs. */
const oldestFirst = <T extends { at: string | null }>(entries: T[]): T[] =>
  entries.toSorted((one, other) => time(one) - time(other))

const newestFirst = <T extends { at: string | null }>(entries: T[]): T[] => oldestFirst(entries).toReversed()

const time = ({ at }: { at: string | null }) => (at === null ? Infinity : Date.parse(at))
