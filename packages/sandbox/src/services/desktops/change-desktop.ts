import type { Handler } from '../../handler.ts'
import { done } from '../../handler.ts'
import { workOnDesktop } from './desktop-work.ts'
import { settle } from './power.ts'
import { removeDesktops } from './removal.ts'
import { replenish } from './standby.ts'
import { requireDesktop } from './states.ts'

export const updateDesktop: Handler<'desktops.updateDesktop'> = ({ desktopId, body }, { world, region }) => {
  const desktop = region.desktops.get(desktopId)
  const pool = region.desktopPools.get(desktop.wire.poolId)
  requireDesktop(pool, desktop, 'updated')

  const before = desktop.wire.lifecycleState
  const { displayName = desktop.wire.displayName } = body
  const { freeformTags = desktop.wire.freeformTags, definedTags = desktop.wire.definedTags } = structuredClone(body)
  const work = workOnDesktop(world, region, pool, desktop, {
    operationType: 'UPDATE_DESKTOP',
    actionType: 'UPDATED',
    during: 'UPDATING',
    steps: [
      { message: `Updating desktop ${desktop.wire.displayName}` },
      {
        message: `The desktop is named ${displayName}`,
        act: () => region.desktops.change(desktop, { displayName, freeformTags, definedTags }),
      },
    ],
    onSuccess: () => settle(world, region, desktop, before),
  })
  return done(work.id)
}

/** The instance goes, the volume of its user stays and is INACTIVE. */
export const deleteDesktop: Handler<'desktops.deleteDesktop'> = ({ desktopId }, { world, region }) => {
  const desktop = region.desktops.get(desktopId)
  const pool = region.desktopPools.get(desktop.wire.poolId)
  requireDesktop(pool, desktop, 'deleted')

  const { displayName, userName } = desktop.wire
  const volume = desktop.extra.volumeId ? [{ message: `Detached the volume of ${userName}, which is kept` }] : []
  const work = workOnDesktop(world, region, pool, desktop, {
    operationType: 'DELETE_DESKTOP',
    actionType: 'DELETED',
    during: 'DELETING',
    steps: [
      { message: `Terminating the instance of desktop ${displayName}` },
      ...volume,
      { message: 'The instance is TERMINATED' },
    ],
    onSuccess() {
      removeDesktops(world, region, [desktop])
      replenish(world, region, pool)
    },
  })
  return done(work.id)
}
