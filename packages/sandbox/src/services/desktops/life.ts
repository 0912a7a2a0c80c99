import { pastime } from '../../world/pastime.ts'
import type { DesktopPoolRow, DesktopRow, Region, World } from '../../world/world.ts'
import { isConnected } from './connection.ts'
import { startDesktop, stopDesktop } from './desktop-power.ts'
import { inState } from './power.ts'
import { userNamed } from './seed/desktops.ts'
import { diceOf } from './seed/dice.ts'
import type { Dice } from './seed/dice.ts'
import { someClient } from './seed/past.ts'
import { assign, connect, disconnect, goIdle } from './sessions.ts'
import { changePool } from './update-pool.ts'

/** Calm enough to watch one desktop, lively enough that a list of them changes while it is looked at. */
const betweenSessionsMs = 12_000
const betweenWorksMs = 150_000

/** Lets users come and go and administrators do something now and then, if the world's options want life. */
export function startDesktopsLife(world: World): void {
  if (!world.options.life) return
  beginSessions(world)
  beginWorks(world)
}

const beginSessions = pastime('desktops/sessions', {
  meanMs: () => betweenSessionsMs,
  act: (world, random) => changeSession(world, diceOf(random)),
})

const beginWorks = pastime('desktops/works', {
  meanMs: () => betweenWorksMs,
  act: (world, random) => beginWork(world, diceOf(random)),
})

/** Somebody comes, goes, or goes idle, in one of the open pools. */
export function changeSession(world: World, dice: Dice): void {
  const place = openPool(world, dice)
  if (!place) return
  const { region, pool } = place
  const running = inState(pool, 'ACTIVE')
  const there = running.filter(isConnected)
  const away = running.filter((desktop) => desktop.extra.isAssigned && !isConnected(desktop))
  const fate = dice.roll()
  if (fate < 0.4) {
    const desktop = some(dice, away)
    if (desktop) connect(world, region, desktop, someClient(dice))
  } else if (fate < 0.72) {
    const desktop = some(dice, there)
    if (desktop) disconnect(world, region, pool, desktop)
  } else if (fate < 0.9) {
    const desktop = some(dice, there)
    if (desktop) goIdle(world, region, pool, desktop)
  } else {
    welcome(world, dice, region, pool)
  }
}

/** A user without a desktop takes one that stands by. */
function welcome(world: World, dice: Dice, region: Region, pool: DesktopPoolRow) {
  const standby = inState(pool, 'ACTIVE').find(({ extra }) => !extra.isAssigned)
  if (!standby) return
  assign(world, region, pool, standby, userNamed(dice.whole(6000, 9999)))
  connect(world, region, standby, someClient(dice))
}

/** An administrator starts or stops one desktop, or reviews a pool and tags it. */
export function beginWork(world: World, dice: Dice): void {
  const place = openPool(world, dice)
  if (!place) return
  const { region, pool } = place
  const fate = dice.roll()
  const stopped = some(dice, inState(pool, 'INACTIVE'))
  const idle = some(
    dice,
    inState(pool, 'ACTIVE').filter((desktop) => desktop.extra.isAssigned && !isConnected(desktop)),
  )
  const reviewed = { ...pool.wire.freeformTags, reviewed: world.clock.now().toISOString().slice(0, 10) }
  if (fate > 0.9) changePool(world, region, pool, { freeformTags: reviewed })
  else if (fate > 0.45 && idle) stopDesktop(world, region, pool, idle, true)
  else if (stopped) startDesktop(world, region, pool, stopped)
}

function openPool(world: World, dice: Dice): { region: Region; pool: DesktopPoolRow } | undefined {
  const open = [...world.regions.values()].flatMap((region) =>
    region.desktopPools
      .values()
      .filter((pool) => pool.wire.lifecycleState === 'ACTIVE' && !pool.extra.refusal)
      .map((pool) => ({ region, pool }))
      .toArray(),
  )
  return open[Math.floor(dice.roll() * open.length)]
}

const some = (dice: Dice, desktops: DesktopRow[]) => desktops[Math.floor(dice.roll() * desktops.length)]
