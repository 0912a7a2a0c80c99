import type { Action, ActName, ActStatus } from '@gatehouse/contract'
import { paths } from '../paths.ts'
import type { Tone } from '../ui/tones.ts'

interface ActWords {
  /** "Approve": for lists of acts. */
  name: string
  /** "approve" */
  verb: string
  /** "approved" */
  past: string
  /** "approving" */
  present: string
  /** "access request" */
  noun: string
}

const acts: Record<ActName, ActWords> = {
  approveAccessRequest: {
    name: 'Approve access request',
    verb: 'approve',
    past: 'approved',
    present: 'approving',
    noun: 'access request',
  },
  rejectAccessRequest: {
    name: 'Reject access request',
    verb: 'reject',
    past: 'rejected',
    present: 'rejecting',
    noun: 'access request',
  },
  revokeAccessRequest: {
    name: 'Revoke access request',
    verb: 'revoke',
    past: 'revoked',
    present: 'revoking',
    noun: 'access request',
  },
  startDesktopPool: {
    name: 'Start desktop pool',
    verb: 'start',
    past: 'started',
    present: 'starting',
    noun: 'desktop pool',
  },
  stopDesktopPool: {
    name: 'Stop desktop pool',
    verb: 'stop',
    past: 'stopped',
    present: 'stopping',
    noun: 'desktop pool',
  },
  startDesktop: { name: 'Start desktop', verb: 'start', past: 'started', present: 'starting', noun: 'desktop' },
  stopDesktop: { name: 'Stop desktop', verb: 'stop', past: 'stopped', present: 'stopping', noun: 'desktop' },
}

/** Every act with its name. */
export const actNames = Object.entries(acts).map(([act, { name }]) => ({ act, name }))

interface StatusWords {
  word: string
  tone: Tone
  /** A whole sentence. */
  meaning: string
}

const statuses: Record<ActStatus, StatusWords> = {
  sent: { word: 'Sent', tone: 'busy', meaning: 'It is written down and on its way to OCI; no answer has come yet.' },
  confirmed: { word: 'Confirmed', tone: 'good', meaning: 'OCI said yes.' },
  refused: { word: 'Refused', tone: 'bad', meaning: 'It was refused, and nothing was done.' },
  unknown: {
    word: 'Unknown',
    tone: 'warn',
    meaning:
      'The answer was lost. Whether OCI did it is being found out; look at the thing itself before trying again.',
  },
}

/** Every status with its word. */
export const actStatuses = Object.entries(statuses).map(([status, { word }]) => ({ status, word }))

/** A status in words and colour; one that this console does not know is shown as it came. */
export const actStatus = (status: string): StatusWords =>
  Object.hasOwn(statuses, status)
    ? statuses[status as ActStatus] // it is one of the keys, by the line above
    : { word: status, tone: 'plain', meaning: 'This console does not know this status.' }

/**
 * What was done, to be followed by the name of the thing: "approved access request", "tried to stop desktop pool". What
 * OCI has not confirmed is never told as done.
 */
export function actInWords({ act, status }: Pick<Action, 'act' | 'status'>): string {
  const words: ActWords | undefined = acts[act]
  if (!words) return `${act}:`
  const { verb, past, present, noun } = words
  if (status === 'confirmed') return `${past} ${noun}`
  return status === 'sent' ? `is ${present} ${noun}` : `tried to ${verb} ${noun}`
}

/** Where the thing acted on is shown. A desktop has no page of its own and is found in the list. */
export function subjectPath({ act, connectionId, subject }: Pick<Action, 'act' | 'connectionId' | 'subject'>): string {
  if (subject.service !== 'desktops')
    return paths.accessRequest({ connectionId, service: subject.service, id: subject.id })
  if (act === 'startDesktop' || act === 'stopDesktop')
    return `${paths.desktops}?${new URLSearchParams({ q: subject.name })}`
  return paths.desktopPool({ connectionId, id: subject.id })
}

/** Where the work it started can be followed; undefined when it started none, or work of a service that shows none. */
export function workRequestPath({
  connectionId,
  subject: { service },
  workRequestId,
}: Pick<Action, 'connectionId' | 'subject' | 'workRequestId'>) {
  if (workRequestId === null || service === 'operator-access-control') return undefined
  return paths.workRequest({ connectionId, service, id: workRequestId })
}
