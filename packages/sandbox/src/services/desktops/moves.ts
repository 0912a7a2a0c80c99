import { errand } from '../../world/errand.ts'
import type { DesktopPoolRow, DesktopRow, Region, World } from '../../world/world.ts'
import { isConnected } from './connection.ts'
import { startDesktop, stopDesktop } from './desktop-power.ts'
import { startPool, stopPool } from './pool-power.ts'
import { inState } from './power.ts'
import { diceOf } from './seed/dice.ts'
import type { Dice } from './seed/dice.ts'
import { someClient } from './seed/past.ts'
import { connect, disconnect } from './sessions.ts'

/** Pools beyond this are left alone: one start or stop would move more than everything else together. */
const mostDesktops = 100

/** Most pools can take most moves. */
const mostTries = 50

const streamName = 'moves'

interface Place {
  region: Region
  pool: DesktopPoolRow
}

/**
 * Lets so many things move per minute from here on, evenly, none with 0: of a hundred, 90 are users who connect or
 * disconnect, 8 are starts and stops of one desktop, 2 of a small pool; the last two kinds run as work requests.
 */
export function setMoves(world: World, perMinute: number): void {
  const { moves } = world
  world.clock.callOff(moves.due)
  delete moves.due
  moves.perMinute = perMinute
  if (perMinute > 0) moves.due = world.clock.after(60_000 / perMinute, nextMove({}))
}

/** Whether an errand of that name is the next move: a resumed world begins anew with them. */
export const isMove = (name: string): boolean => name === moveName

const moveName = 'moves/next'

const nextMove = errand<object>(moveName, (world) => {
  setMoves(world, world.moves.perMinute)
  if (move(world, diceOf(world.stream(streamName)))) world.moves.count += 1
})

/** Moves one thing; false when nothing in the world can move. */
function move(world: World, dice: Dice): boolean {
  const places = [...world.regions.values()].flatMap((region) =>
    region.desktopPools
      .values()
      .filter(({ extra }) => extra.desktops.size > 0 && !extra.refusal)
      .map((pool) => ({ region, pool }))
      .toArray(),
  )
  const fate = dice.roll()
  const act = fate < 0.02 ? movePool : fate < 0.1 ? powerDesktop : moveSession
  for (let tries = 0; tries < mostTries; tries++) {
    const place = places[Math.floor(dice.roll() * places.length)]
    if (place && act(world, dice, place)) return true
  }
  return false
}

function moveSession(world: World, dice: Dice, { region, pool }: Place): boolean {
  if (pool.wire.lifecycleState !== 'ACTIVE') return false
  const desktop = some(
    dice,
    inState(pool, 'ACTIVE').filter(({ extra }) => extra.isAssigned),
  )
  if (!desktop) return false
  if (isConnected(desktop)) disconnect(world, region, pool, desktop)
  else connect(world, region, desktop, someClient(dice))
  return true
}

function powerDesktop(world: World, dice: Dice, { region, pool }: Place): boolean {
  if (pool.wire.lifecycleState !== 'ACTIVE') return false
  const stopped = some(dice, inState(pool, 'INACTIVE'))
  const running = some(dice, inState(pool, 'ACTIVE'))
  const starts = stopped && (!running || dice.roll() < 0.5)
  if (starts) startDesktop(world, region, pool, stopped)
  else if (running) stopDesktop(world, region, pool, running, true)
  return starts || running !== undefined
}

function movePool(world: World, _dice: Dice, { region, pool }: Place): boolean {
  if (pool.extra.desktops.size > mostDesktops) return false
  const { lifecycleState } = pool.wire
  if (lifecycleState === 'ACTIVE') stopPool(world, region, pool, 'API')
  if (lifecycleState === 'INACTIVE') startPool(world, region, pool, 'API')
  return lifecycleState === 'ACTIVE' || lifecycleState === 'INACTIVE'
}

const some = (dice: Dice, desktops: readonly DesktopRow[]) => desktops[Math.floor(dice.roll() * desktops.length)]
