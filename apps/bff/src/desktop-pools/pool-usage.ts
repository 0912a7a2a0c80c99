import type { Desktop, PoolUsage } from '@gatehouse/contract'

/** Counts a pool's desktops by the effect that a stop would have on their users. */
export function poolUsage(desktops: readonly Desktop[]): PoolUsage {
  const there = desktops.filter(({ state }) => state !== 'DELETED')
  const running = there.filter(({ state, isConnected }) => isConnected || state === 'ACTIVE')
  const idle = running.filter(({ isConnected }) => !isConnected)
  return {
    desktops: there.length,
    connected: running.length - idle.length,
    disconnected: idle.filter(({ userName }) => userName !== null).length,
    standby: idle.filter(({ userName }) => userName === null).length,
    stopped: there.length - running.length,
  }
}
