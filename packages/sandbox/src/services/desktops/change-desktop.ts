import type { Desktops } from '@gatehouse/oci-api'
import type { Handler } from '../../handler.ts'
import { done } from '../../handler.ts'
import { errand } from '../../world/errand.ts'
import type { AboutDesktop } from './about.ts'
import { aboutDesktop, desktopOf } from './about.ts'
import { workOnDesktop } from './desktop-work.ts'
import { settled } from './power.ts'
import { removeDesktops } from './removal.ts'
import { replenish } from './standby.ts'
import { requireDesktop } from './states.ts'

export const updateDesktop: Handler<'desktops.updateDesktop'> = ({ desktopId, body }, { world, region }) => {
  const desktop = region.desktops.get(desktopId)
  const pool = region.desktopPools.get(desktop.wire.poolId)
  requireDesktop(pool, desktop, 'updated')

  const about = aboutDesktop(desktop)
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
        act: desktopChanged({ ...about, patch: { displayName, freeformTags, definedTags } }),
      },
    ],
    onSuccess: settled({ ...about, state: before }),
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
    onSuccess: desktopDeleted(aboutDesktop(desktop)),
  })
  return done(work.id)
}

const desktopChanged = errand<AboutDesktop & { patch: Partial<Desktops.Desktop> }>(
  'desktops/desktop-changed',
  (world, { patch, ...about }) => {
    const found = desktopOf(world, about)
    if (found) found.region.desktops.change(found.desktop, patch)
  },
)

const desktopDeleted = errand<AboutDesktop>('desktops/desktop-deleted', (world, about) => {
  const found = desktopOf(world, about)
  if (!found) return
  const { region, desktop } = found
  removeDesktops(world, region, [desktop])
  const pool = region.desktopPools.find(desktop.wire.poolId)
  if (pool) replenish(world, region, pool)
})
