import type { PoolUsage } from '@gatehouse/contract'
import type { PoolDesktop } from '../desktops/to-desktop.ts'

/** Counts a pool's desktops by the effect that a stop would have on their users. */
export function poolUsage(desktops: readonly Pick<PoolDesktop, 'state' | 'session'>[]): PoolUsage {
  const usage: PoolUsage = { desktops: 0, connected: 0, disconnected: 0, standby: 0, stopped: 0 }
  for (const { session } of desktops.filter(({ state }) => state !== 'DELETED')) {
    usage[session] += 1
    usage.desktops += 1
  }
  return usage
}
