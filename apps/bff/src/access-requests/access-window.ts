import type { AccessHistoryEntry, AccessPhase } from '@gatehouse/contract'

interface Granted {
  phase: AccessPhase
  durationHours: number | null
  extensionHours: number | null
  /** Newest first. */
  history: readonly AccessHistoryEntry[]
}

const hourMs = 3_600_000

/**
 * When access began, and when it ends or ended: OCI gives neither. It begins when the operator's user exists (DEPLOYED)
 * and lasts for the hours asked for and each extension granted, unless it has ended before. While OCI is still closing
 * it, and where closing failed, the granted end stands. Both are null for access that never began.
 */
export function accessWindow(granted: Granted): { accessBeganAt: string | null; accessEndsAt: string | null } {
  const { phase, durationHours, history } = granted
  const oldestFirst = history.toReversed()
  const place = oldestFirst.findIndex(({ state }) => state === 'DEPLOYED')
  const accessBeganAt = oldestFirst[place]?.at ?? null
  if (accessBeganAt === null) return { accessBeganAt, accessEndsAt: null }

  const after = oldestFirst.slice(place + 1)
  if (phase === 'ended') {
    const end = after.find((entry) => entry.phase === 'ended')
    if (end?.at) return { accessBeganAt, accessEndsAt: end.at }
  }
  if (durationHours === null) return { accessBeganAt, accessEndsAt: null }
  const hours = durationHours + extensionHoursIn(after, granted)
  return { accessBeganAt, accessEndsAt: new Date(Date.parse(accessBeganAt) + hours * hourMs).toISOString() }
}

/** The access request itself has the hours of its latest extension only. Earlier hours may be in the history. */
function extensionHoursIn(history: readonly AccessHistoryEntry[], { phase, extensionHours }: Granted): number {
  const granted = history.filter(({ state }) => state === 'EXTENDED')
  const latest = phase === 'extension-waiting' ? -1 : granted.length - 1
  return granted.reduce((sum, { durationHours }, place) => {
    const hours = place === latest ? (extensionHours ?? durationHours) : (durationHours ?? extensionHours)
    return sum + (hours ?? 0)
  }, 0)
}
