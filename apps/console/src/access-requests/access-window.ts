import type { AccessRequest } from '@gatehouse/contract'

const hourMs = 3_600_000

/**
 * When access would start if it were granted now, in milliseconds: at the chosen or requested start, else immediately.
 */
export function beginsMs(
  { startsAt }: Pick<AccessRequest, 'startsAt'>,
  chosenStart: string | null,
  nowMs: number,
): number {
  const start = chosenStart ?? startsAt
  return start === null ? nowMs : Math.max(nowMs, Date.parse(start))
}

/**
 * When access ends once the request is granted, in milliseconds. Null when OCI reports no duration. OCI reports no end
 * time; it is calculated from the start and the hours.
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

/** Whether the operator requested a start in the future. */
export const asksLaterStart = ({ startsAt }: Pick<AccessRequest, 'startsAt'>, nowMs: number) =>
  startsAt !== null && Date.parse(startsAt) > nowMs

/** The value that a `datetime-local` field takes, in the reader's zone. */
export function toLocalField(ms: number): string {
  const at = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000)
  return at.toISOString().slice(0, 16)
}

/** The instant in a `datetime-local` field. Null while the field is empty or incomplete. */
export function fromLocalField(value: string): string | null {
  const ms = Date.parse(value)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

/** The reader's zone by name: "Europe/Berlin". */
export const zoneName = () => new Intl.DateTimeFormat().resolvedOptions().timeZone
