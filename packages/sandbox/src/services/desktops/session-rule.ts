import type { Desktops } from '@gatehouse/oci-api'
import type { DesktopRow } from '../../world/world.ts'
import type { Planned } from './calendar.ts'

/** "A default is used" when the grace period is left out, say the SDKs, not which: assumed. */
const defaultGraceMinutes = { inactivity: 60, disconnect: 30 }

/**
 * What the pool's session rules will do to a running desktop: disconnect a user who went idle, then stop or delete a
 * desktop whose user is gone. A user who comes back, or a start by anyone, takes the rule off.
 */
export function sessionRule(pool: Desktops.DesktopPool, desktop: DesktopRow): Planned | undefined {
  if (desktop.wire.lifecycleState !== 'ACTIVE') return undefined
  const { inactivity, disconnect } = pool.sessionLifecycleActions ?? {}
  const last = desktop.wire.connection?.lastAction

  if (last?.action === 'CONNECTED' && inactivity?.action === 'DISCONNECT' && desktop.extra.idleSinceMs !== undefined) {
    const graceMs = (inactivity.gracePeriodInMinutes ?? defaultGraceMinutes.inactivity) * 60_000
    return { action: 'DISCONNECTED', atMs: desktop.extra.idleSinceMs + graceMs }
  }
  if (last?.action === 'DISCONNECTED' && disconnect && disconnect.action !== 'NONE') {
    const graceMs = (disconnect.gracePeriodInMinutes ?? defaultGraceMinutes.disconnect) * 60_000
    return { action: `DISCONNECTED_${disconnect.action}`, atMs: Date.parse(last.timeApplied) + graceMs }
  }
  return undefined
}
