import type { Desktops } from '@gatehouse/oci-api'
import { lastTime } from '../schedule.ts'
import type { Client } from '../sessions.ts'
import type { Dice } from './dice.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** What became of a desktop up to now. */
export interface Past {
  lifecycleState: Desktops.LifecycleState
  connection?: Desktops.DesktopConnection
  idleSinceMs?: number
}

const clients: [Client, ...Client[]] = [
  { clientType: 'WEB', clientPlatform: 'Windows' },
  { clientType: 'WEB', clientPlatform: 'ChromeOS' },
  { clientType: 'WEB', clientPlatform: 'macOS' },
  { clientType: 'INSTALLED', clientVersion: '2.3.0', clientPlatform: 'Windows' },
  { clientType: 'INSTALLED', clientVersion: '2.2.4', clientPlatform: 'Linux' },
]

/** How a user connects. */
export const someClient = (dice: Dice) => dice.oneOf(clients)

/** A pool as the pasts of its desktops depend on it. */
export interface Scene {
  pool: Desktops.DesktopPool
  nowMs: number
  /** When its cron pair last started and stopped it. */
  startedMs: number | undefined
  stoppedMs: number | undefined
}

export function sceneOf(pool: Desktops.DesktopPool, nowMs: number): Scene {
  const { startSchedule, stopSchedule } = pool.availabilityPolicy
  return {
    pool,
    nowMs,
    startedMs: startSchedule && lastTime(startSchedule, nowMs),
    stoppedMs: stopSchedule && lastTime(stopSchedule, nowMs),
  }
}

/** One desktop of a pool that is open. Those nobody owns are all alike. */
export function openPast(dice: Dice, scene: Scene, isAssigned: boolean): Past {
  const { startedMs } = scene
  const started = startedMs === undefined ? undefined : { lastAction: actionAt('AVAILABILITY_START', startedMs) }
  const untouched: Past = { lifecycleState: 'ACTIVE', ...(started && { connection: started }) }
  const fate = dice.roll()
  if (!isAssigned) return untouched
  if (fate < 0.46) return connected(dice, scene)
  if (fate < 0.62) return left(dice, scene)
  if (fate < 0.8) return stopped(dice, scene)
  return fate < 0.99 ? untouched : { lifecycleState: 'FAILED' }
}

/** One desktop of a pool that was stopped as a whole. */
export function closedPast(dice: Dice, { nowMs, stoppedMs }: Scene, isAssigned: boolean): Past {
  const atMs = stoppedMs ?? nowMs - 20 * hourMs
  const lastAction = actionAt(stoppedMs === undefined ? 'API_STOP' : 'AVAILABILITY_STOP', atMs)
  if (!isAssigned || dice.roll() < 0.2) return { lifecycleState: 'INACTIVE', connection: { lastAction } }
  return { lifecycleState: 'INACTIVE', connection: { ...session(dice, atMs), lastAction } }
}

/** A session that ended at that moment. */
function session(dice: Dice, endedMs: number) {
  return {
    timeConnected: iso(endedMs - dice.between(10 * minuteMs, 8 * hourMs)),
    timeDisconnected: iso(endedMs),
    ...someClient(dice),
  }
}

function connected(dice: Dice, { pool, nowMs, startedMs = -Infinity }: Scene): Past {
  const connectedMs = Math.max(startedMs, nowMs - dice.between(2 * minuteMs, 6 * hourMs))
  const { inactivity } = pool.sessionLifecycleActions ?? {}
  const graceMs = (inactivity?.gracePeriodInMinutes ?? 0) * minuteMs
  const idleSinceMs = Math.max(connectedMs, nowMs - dice.whole(minuteMs, graceMs - 20 * minuteMs))
  const isIdle = inactivity?.action === 'DISCONNECT' && dice.roll() < 0.15
  return {
    lifecycleState: 'ACTIVE',
    connection: {
      timeConnected: iso(connectedMs),
      ...someClient(dice),
      lastAction: actionAt('CONNECTED', connectedMs),
    },
    ...(isIdle && { idleSinceMs }),
  }
}

/** Gone, and the desktop still runs: within its grace, where a rule waits for it. */
function left(dice: Dice, { pool, nowMs, startedMs = -Infinity }: Scene): Past {
  const graceMs = graceOf(pool)
  const longestMs = graceMs > 0 ? graceMs - 20 * minuteMs : 20 * hourMs
  const leftMs = Math.max(startedMs, nowMs - dice.between(minuteMs, longestMs))
  return {
    lifecycleState: 'ACTIVE',
    connection: { ...session(dice, leftMs), lastAction: actionAt('DISCONNECTED', leftMs) },
  }
}

/** Stopped in a pool that runs: by the rule, where there is one, or by somebody. */
function stopped(dice: Dice, { pool, nowMs }: Scene): Past {
  const graceMs = graceOf(pool)
  const byRule = pool.sessionLifecycleActions?.disconnect?.action === 'STOP'
  const stoppedMs = nowMs - dice.between(10 * minuteMs, 30 * hourMs)
  const leftMs = byRule ? stoppedMs - graceMs : stoppedMs
  const lastAction = actionAt(byRule ? 'DISCONNECTED_STOP' : 'API_STOP', stoppedMs)
  return { lifecycleState: 'INACTIVE', connection: { ...session(dice, leftMs), lastAction } }
}

function graceOf(pool: Desktops.DesktopPool) {
  const { disconnect } = pool.sessionLifecycleActions ?? {}
  return disconnect && disconnect.action !== 'NONE' ? (disconnect.gracePeriodInMinutes ?? 0) * minuteMs : 0
}

const actionAt = (action: Desktops.DesktopAction['action'], ms: number) => ({ action, timeApplied: iso(ms) })

const iso = (ms: number) => new Date(ms).toISOString()
