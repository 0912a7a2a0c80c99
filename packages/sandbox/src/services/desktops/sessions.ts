import type { Desktops } from '@gatehouse/oci-api'
import { errand } from '../../world/errand.ts'
import { stepsMs } from '../../world/pace.ts'
import type { DesktopPoolRow, DesktopRow, Region, World } from '../../world/world.ts'
import type { AboutDesktop, AboutPool } from './about.ts'
import { aboutDesktop, aboutPool, desktopOf, poolOf } from './about.ts'
import type { Planned } from './calendar.ts'
import { changeDesktop, isConnected, planNext } from './connection.ts'
import { powerOff } from './power.ts'
import { removeDesktops } from './removal.ts'
import { sessionRule } from './session-rule.ts'
import { replenish } from './standby.ts'
import { attachVolume } from './volumes.ts'

export type Client = Pick<Desktops.DesktopConnection, 'clientType' | 'clientVersion' | 'clientPlatform'>

/** The desktop's user connects to it; it must be running and assigned. */
export function connect(world: World, region: Region, desktop: DesktopRow, client: Client): void {
  if (desktop.wire.lifecycleState !== 'ACTIVE' || !desktop.extra.isAssigned)
    throw new Error(`Nobody can connect to ${desktop.wire.displayName}: it is not running, or nobody's.`)
  delete desktop.extra.idleSinceMs
  const timeConnected = world.clock.now().toISOString()
  const connection = { clientVersion: undefined, ...client, timeConnected, timeDisconnected: undefined }
  changeDesktop(world, region, desktop, { action: 'CONNECTED', connection })
}

/** A user the pool does not know gets a desktop that stands by, and the pool makes another. */
export function assign(
  world: World,
  region: Region,
  pool: DesktopPoolRow,
  desktop: DesktopRow,
  userName: string,
): void {
  desktop.extra.isAssigned = true
  region.desktops.change(desktop, { userName })
  attachVolume(world, region, pool, desktop)
  replenish(world, region, pool)
}

/** The user leaves, or is put out by the inactivity rule; the disconnect rule begins to count. */
export function disconnect(world: World, region: Region, pool: DesktopPoolRow, desktop: DesktopRow): void {
  if (!isConnected(desktop)) return
  delete desktop.extra.idleSinceMs
  const timeDisconnected = world.clock.now().toISOString()
  changeDesktop(world, region, desktop, { action: 'DISCONNECTED', connection: { timeDisconnected } })
  watchSession(world, pool, desktop)
}

/** The connected user stops touching anything; the inactivity rule begins to count. */
export function goIdle(world: World, region: Region, pool: DesktopPoolRow, desktop: DesktopRow): void {
  if (!isConnected(desktop)) return
  desktop.extra.idleSinceMs = world.clock.ms()
  planNext(world, region, desktop)
  watchSession(world, pool, desktop)
}

/** Looks at every session of the pool, after its rules changed or its desktops were put there. */
export function watchSessions(world: World, region: Region, pool: DesktopPoolRow): void {
  world.clock.callOff(pool.extra.sessionAlarm?.due)
  delete pool.extra.sessionAlarm
  let atMs = Infinity
  for (const desktop of pool.extra.desktops) atMs = Math.min(atMs, sessionRule(pool.wire, desktop)?.atMs ?? Infinity)
  if (Number.isFinite(atMs)) setAlarm(world, pool, atMs)
}

/** One alarm per pool, for the rule due first: a pool has thousands of sessions. */
function watchSession(world: World, pool: DesktopPoolRow, desktop: DesktopRow) {
  const atMs = sessionRule(pool.wire, desktop)?.atMs
  if (atMs === undefined || atMs >= (pool.extra.sessionAlarm?.atMs ?? Infinity)) return
  world.clock.callOff(pool.extra.sessionAlarm?.due)
  setAlarm(world, pool, atMs)
}

function setAlarm(world: World, pool: DesktopPoolRow, atMs: number) {
  const due = world.clock.after(Math.max(0, atMs - world.clock.ms()), rulesDue(aboutPool(pool)))
  pool.extra.sessionAlarm = { atMs, due }
}

const rulesDue = errand<AboutPool>('desktops/session-rules-due', (world, about) => {
  const found = poolOf(world, about)
  if (!found) return
  const { region, pool } = found
  delete pool.extra.sessionAlarm
  for (const desktop of pool.extra.desktops) applyRule(world, region, pool, desktop)
  watchSessions(world, region, pool)
})

/** Nobody asks for what a rule does, so there is no work request for it. */
function applyRule(world: World, region: Region, pool: DesktopPoolRow, desktop: DesktopRow) {
  const rule = sessionRule(pool.wire, desktop)
  if (!rule || rule.atMs > world.clock.ms()) return
  if (rule.action === 'DISCONNECTED') {
    disconnect(world, region, pool, desktop)
    return
  }
  const lifecycleState = rule.action === 'DISCONNECTED_DELETE' ? 'DELETING' : 'UPDATING'
  changeDesktop(world, region, desktop, { lifecycleState })
  world.clock.after(stepsMs(world), ruleApplied({ ...aboutDesktop(desktop), action: rule.action }))
}

const ruleApplied = errand<AboutDesktop & { action: Planned['action'] }>(
  'desktops/session-rule-applied',
  (world, about) => {
    const found = desktopOf(world, about)
    if (!found) return
    const { region, desktop } = found
    const deletes = about.action === 'DISCONNECTED_DELETE'
    if (desktop.wire.lifecycleState !== (deletes ? 'DELETING' : 'UPDATING')) return
    if (!deletes) {
      powerOff(world, region, desktop, 'DISCONNECTED_STOP')
      return
    }
    changeDesktop(world, region, desktop, { action: 'DISCONNECTED_DELETE' })
    removeDesktops(world, region, [desktop])
    const pool = region.desktopPools.find(desktop.wire.poolId)
    if (pool) replenish(world, region, pool)
  },
)
