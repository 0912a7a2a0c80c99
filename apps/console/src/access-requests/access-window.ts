import type { AccessRequest } from '@gatehouse/contract'

const hourMs = 3_600_000

/** When access would begin if it were granted now: at the start that was asked for or is given, at once otherwise. Milliseconds. */
export function beginsMs(
  { startsAt }: Pick<AccessRequest, 'startsAt'>,
  chosenStart: string | null,
  nowMs: number,
): number {
  const start = chosenStart ?? startsAt
  return start === null ? nowMs : Math.max(nowMs, Date.parse(start))
}

/**
 * When access ends once what is asked is granted, in milliseconds; null when OCI does not say for how long. OCI gives no
 * such time: it is derived from the hours, and for an extension from when access began.
 */
export function endsMs(request: AccessRequest, chosenStart: string | null, nowMs: number): number | null {
  const { phase, durationHours, extensionHours, accessEndsAt } = request
  if (phase === 'extension-waiting') {
    return accessEndsAt === null || extensionHours === null ? null : Date.parse(accessEndsAt) + extensionHours * hourMs
  }
  if (phase === 'waiting' || accessEndsAt === null) {
    return durationHours === null ? null : beginsMs(request, chosenStart, nowMs) + durationHours * hourMs
  }
  return Date.parse(accessEndsAt)
}

/** Whether the operator asked for a start that is still to come. */
export const asksLaterStart = ({ startsAt }: Pick<AccessRequest, 'startsAt'>, nowMs: number) =>
  startsAt !== null && Date.parse(startsAt) > nowMs

/** The value that a `datetime-local` field takes, in the reader's zone. */
export function toLocalField(ms: number): string {
  const at = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000)
  return at.toISOString().slice(0, 16)
}

/** What a `datetime-local` field holds, as an instant; null while it holds none. */
export function fromLocalField(value: string): string | null {
  const ms = Date.parse(value)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

/** The reader's zone by name: "Europe/Berlin". */
export const zoneName = () => new Intl.DateTimeFormat().resolvedOptions().timeZone
