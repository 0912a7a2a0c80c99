import type { Action, ActName, ActStatus } from '@gatehouse/contract'
import { paths } from '../paths.ts'
import { shortTime } from '../ui/short-time.ts'
import type { Tone } from '../ui/tones.ts'

export type SubjectKind = 'access request' | 'desktop pool' | 'desktop' | 'work request'

/** The words for an act. A new act needs a row here. */
export interface ActWords {
  /** In lists of acts: "Stop desktop pool". */
  name: string
  /** "stop" */
  verb: string
  /** "stopped" */
  past: string
  subject: SubjectKind
  /** What OCI does once it has accepted the act, in a whole sentence. */
  accepted: string
}

const acts: Record<ActName, ActWords> = {
  approveAccessRequest: {
    name: 'Approve access request',
    verb: 'approve',
    past: 'approved',
    subject: 'access request',
    accepted: 'OCI is counting the approval.',
  },
  rejectAccessRequest: {
    name: 'Reject access request',
    verb: 'reject',
    past: 'rejected',
    subject: 'access request',
    accepted: 'OCI is recording the rejection.',
  },
  revokeAccessRequest: {
    name: 'Revoke access request',
    verb: 'revoke',
    past: 'revoked',
    subject: 'access request',
    accepted: 'Access may still be open until OCI has revoked it.',
  },
  startDesktopPool: {
    name: 'Start desktop pool',
    verb: 'start',
    past: 'started',
    subject: 'desktop pool',
    accepted: 'The pool is starting.',
  },
  stopDesktopPool: {
    name: 'Stop desktop pool',
    verb: 'stop',
    past: 'stopped',
    subject: 'desktop pool',
    accepted: 'The pool is stopping.',
  },
  startDesktop: {
    name: 'Start desktop',
    verb: 'start',
    past: 'started',
    subject: 'desktop',
    accepted: 'The desktop is starting.',
  },
  stopDesktop: {
    name: 'Stop desktop',
    verb: 'stop',
    past: 'stopped',
    subject: 'desktop',
    accepted: 'The desktop is stopping.',
  },
  updateDesktop: {
    name: 'Rename desktop',
    verb: 'rename',
    past: 'renamed',
    subject: 'desktop',
    accepted: 'The desktop is being renamed.',
  },
  deleteDesktop: {
    name: 'Delete desktop',
    verb: 'delete',
    past: 'deleted',
    subject: 'desktop',
    accepted: 'The desktop is being deleted.',
  },
  cancelWorkRequest: {
    name: 'Cancel work request',
    verb: 'cancel',
    past: 'canceled',
    subject: 'work request',
    accepted: 'OCI is canceling the work.',
  },
}

/** Every act with its name. */
export const actNames = Object.entries(acts).map(([act, { name }]) => ({ act, name }))

/** The words of an act. Undefined for acts that another version of Gatehouse recorded. */
export const actWords = (act: string): ActWords | undefined =>
  Object.hasOwn(acts, act) ? acts[act as ActName] : undefined // it is one of the keys

/** The name of an act. Unknown acts are shown as received. */
export const actName = (act: string) => actWords(act)?.name ?? act

interface StatusWords {
  word: string
  tone: Tone
  /** A whole sentence. */
  meaning: string
}

const statuses: Record<ActStatus, StatusWords> = {
  sent: { word: 'Sent', tone: 'busy', meaning: 'Recorded and sent to OCI. No answer yet.' },
  accepted: {
    word: 'Accepted',
    tone: 'busy',
    meaning: 'OCI accepted it. It is done once Gatehouse sees the effect in OCI.',
  },
  done: { word: 'Done', tone: 'good', meaning: 'Gatehouse has confirmed the effect in OCI.' },
  failed: { word: 'Failed', tone: 'bad', meaning: 'It was not carried out, or it failed in OCI.' },
  unknown: {
    word: 'Unknown',
    tone: 'warn',
    meaning: 'It may have reached OCI. No valid answer came back.',
  },
}

/** Every status with its word. */
export const actStatuses = Object.entries(statuses).map(([status, { word }]) => ({ status, word }))

/** A status as a word and a tone. An unknown status is shown as received. */
export const actStatus = (status: string): StatusWords =>
  Object.hasOwn(statuses, status)
    ? statuses[status as ActStatus] // it is one of the keys
    : { word: status, tone: 'plain', meaning: 'Unknown status.' }

const pendingStatuses: readonly ActStatus[] = ['sent', 'accepted', 'unknown']

/** Whether the act is unsettled: sent, accepted or unknown. */
export const isPending = ({ status }: Pick<Action, 'status'>) => pendingStatuses.includes(status)

/**
 * What a person did, to be followed by the name of the thing: "asked OCI to stop desktop pool". Only acts whose effect
 * Gatehouse has read in OCI count as done.
 */
export function actInWords({ act, status }: Pick<Action, 'act' | 'status'>): string {
  const words = actWords(act)
  if (!words) return `${act}:`
  const { verb, past, subject } = words
  const phrases: Record<ActStatus, string> = {
    sent: `is asking OCI to ${verb} ${subject}`,
    accepted: `asked OCI to ${verb} ${subject}`,
    done: `${past} ${subject}`,
    failed: `could not ${verb} ${subject}`,
    unknown: `may have ${past} ${subject}`,
  }
  return phrases[status] ?? `${verb} ${subject}:` // a newer BFF may send another status
}

/** What Gatehouse does about an unsettled act, as a whole sentence. Null when it does nothing. */
export function followingInWords(
  { status, following }: Pick<Action, 'status' | 'following'>,
  nowMs: number,
): string | null {
  if (following === null) {
    return status === 'unknown' ? 'Gatehouse could not determine the outcome. Check it in OCI.' : null
  }
  const { how, until } = following
  const end = until === null ? 'this is settled' : shortTime(Date.parse(until), nowMs)
  return how === 'retrying' ? `Gatehouse retries until ${end}.` : `Gatehouse checks OCI until ${end}.`
}

/** The page of the subject of an act: its own, the list of desktops, or its entries in the ledger. */
export function subjectPath({ act, connectionId, subject }: Pick<Action, 'act' | 'connectionId' | 'subject'>): string {
  const { id, name, service } = subject
  const path: Record<SubjectKind, string> = {
    'access request': paths.accessRequest({ connectionId, service, id }),
    'desktop pool': paths.desktopPool({ connectionId, id }),
    desktop: `${paths.desktops}?${new URLSearchParams({ q: name })}`,
    'work request': paths.workRequest({ connectionId, service, id }),
  }
  const words = actWords(act)
  return words ? path[words.subject] : `${paths.activity}?${new URLSearchParams({ subjectId: id })}`
}

/** The page of the work request of an act. Undefined without a work request, or when its service shows none. */
export function workRequestPath({
  connectionId,
  subject: { service },
  workRequestId,
}: Pick<Action, 'connectionId' | 'subject' | 'workRequestId'>) {
  if (workRequestId === null || service === 'operator-access-control') return undefined
  return paths.workRequest({ connectionId, service, id: workRequestId })
}
