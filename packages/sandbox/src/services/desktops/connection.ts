import type { Desktops } from '@gatehouse/oci-api'
import type { DesktopPoolRow, DesktopRow, Region, World } from '../../world/world.ts'
import { calendarOf, earliest } from './calendar.ts'
import type { Planned } from './calendar.ts'
import { sessionRule } from './session-rule.ts'

type Action = Desktops.DesktopAction['action']

/** What will happen to the desktop by itself: the pool's schedule or a session rule, whichever comes first. */
export function nextAction(pool: DesktopPoolRow, desktop: DesktopRow, nowMs: number): Planned | undefined {
  const calendar = calendarOf(pool.wire, nowMs)
  if (desktop.wire.lifecycleState === 'INACTIVE') return calendar.start
  if (desktop.wire.lifecycleState !== 'ACTIVE') return undefined
  return earliest(sessionRule(pool.wire, desktop), calendar.stop)
}

/** Puts an action on the desktop's connection as the last one, with what else the patch says, and keeps `nextAction` right. */
export function changeDesktop(
  world: World,
  region: Region,
  desktop: DesktopRow,
  change: {
    lifecycleState?: Desktops.LifecycleState
    action?: Action
    connection?: Partial<Desktops.DesktopConnection>
  },
): void {
  const nowMs = world.clock.ms()
  const { lifecycleState = desktop.wire.lifecycleState, action } = change
  const lastAction = action && { action, timeApplied: new Date(nowMs).toISOString() }
  const connection = { ...desktop.wire.connection, ...change.connection, ...(lastAction ? { lastAction } : {}) }
  region.desktops.change(desktop, { lifecycleState, connection: present(connection) })
  planNext(world, region, desktop)
}

/** Works out `connection.nextAction` anew. */
export function planNext(world: World, region: Region, desktop: DesktopRow): void {
  const pool = region.desktopPools.find(desktop.wire.poolId)
  const planned = pool && nextAction(pool, desktop, world.clock.ms())
  const before = desktop.wire.connection?.nextAction
  const next = planned && { action: planned.action, timeApplied: new Date(planned.atMs).toISOString() }
  if (before?.action === next?.action && before?.timeApplied === next?.timeApplied) return
  region.desktops.change(desktop, { connection: present({ ...desktop.wire.connection, nextAction: next }) })
}

/** The same for every desktop of the pool, after its schedule, its rules or its state changed. */
export function planAll(world: World, region: Region, pool: DesktopPoolRow): void {
  for (const desktop of pool.extra.desktops) planNext(world, region, desktop)
}

/** Whether somebody is working on it. */
export const isConnected = ({ wire: { connection } }: DesktopRow): boolean =>
  connection?.timeConnected !== undefined && connection.timeDisconnected === undefined

/** What ends the session of a desktop that goes away under its user. */
export const cutOff = (world: World, desktop: DesktopRow): { connection?: Partial<Desktops.DesktopConnection> } =>
  isConnected(desktop) ? { connection: { timeDisconnected: world.clock.now().toISOString() } } : {}

/** Without the keys that hold nothing; nothing at all when no key is left. */
function present(connection: Desktops.DesktopConnection): Desktops.DesktopConnection | undefined {
  const entries = Object.entries(connection).filter(([, value]) => value !== undefined)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
