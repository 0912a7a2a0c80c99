import type { Desktops } from '@gatehouse/oci-api'
import type { DesktopPoolRow, Region, World } from '../../../world/world.ts'
import { planNext } from '../connection.ts'
import { addDesktop } from '../new-desktop.ts'
import { volumeOf } from '../volumes.ts'
import type { Dice } from './dice.ts'
import { closedPast, openPast, sceneOf } from './past.ts'
import type { Past, Scene } from './past.ts'

const dayMs = 86_400_000

/** How many of a hundred users have left a volume behind whose desktop is gone. */
const leftVolumesPercent = 3

/**
 * Fills the pool with `count` desktops as they look while it is in that state: the last few stand by, the others belong
 * to `user0001` and so on, counted on from `firstUser`.
 */
export function seedPoolDesktops(
  world: World,
  dice: Dice,
  region: Region,
  pool: DesktopPoolRow,
  options: { count: number; state: Desktops.LifecycleState; firstUser: number },
): void {
  const { count, state, firstUser } = options
  const nowMs = world.clock.ms()
  const scene = sceneOf(pool.wire, nowMs)
  const bornMs = Date.parse(pool.wire.timeCreated)
  const assigned = count - Math.min(count, pool.wire.standbySize)

  for (let place = 0; place < count; place++) {
    const isAssigned = place < assigned
    const past = pastIn(state, dice, scene, isAssigned)
    const made = new Date(dice.between(bornMs, nowMs - 3 * dayMs))
    const userName = userNamed(firstUser + place)
    const desktop = addDesktop(world, region, pool, {
      lifecycleState: past.lifecycleState,
      timeCreated: made.toISOString(),
      ...(isAssigned && { userName }),
      ...(past.connection && { connection: past.connection }),
    })
    if (past.idleSinceMs !== undefined) desktop.extra.idleSinceMs = past.idleSinceMs
    if (isAssigned && pool.wire.isStorageEnabled && state !== 'DELETED') {
      desktop.extra.volumeId = region.desktopPoolVolumes.insert(volumeOf(world, region, pool, userName, made)).id
    }
    planNext(world, region, desktop)
  }
  leaveVolumes(world, dice, region, pool, { first: firstUser + count, count: (assigned * leftVolumesPercent) / 100 })
}

/** Users count from 1. */
export const userNamed = (number: number): string => `user${String(number).padStart(4, '0')}`

function pastIn(state: Desktops.LifecycleState, dice: Dice, scene: Scene, isAssigned: boolean): Past {
  if (state === 'DELETED') return { lifecycleState: 'DELETED' }
  return state === 'INACTIVE' ? closedPast(dice, scene, isAssigned) : openPast(dice, scene, isAssigned)
}

function leaveVolumes(
  world: World,
  dice: Dice,
  region: Region,
  pool: DesktopPoolRow,
  users: { first: number; count: number },
) {
  if (!pool.wire.isStorageEnabled) return
  for (let place = 0; place < Math.floor(users.count); place++) {
    const made = new Date(world.clock.ms() - dice.between(10, 20) * dayMs)
    const volume = volumeOf(world, region, pool, userNamed(users.first + place), made)
    volume.wire = { ...volume.wire, lifecycleState: 'INACTIVE' }
    region.desktopPoolVolumes.insert(volume)
  }
}
