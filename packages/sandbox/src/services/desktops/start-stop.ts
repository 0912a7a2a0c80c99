import type { Handler } from '../../handler.ts'
import { done } from '../../handler.ts'
import { startDesktop as powerOnDesktop, stopDesktop as powerOffDesktop } from './desktop-power.ts'
import { startPool, stopPool } from './pool-power.ts'
import { requireDesktop, requirePool } from './states.ts'

export const startDesktopPool: Handler<'desktops.startDesktopPool'> = ({ desktopPoolId }, { world, region }) => {
  const pool = region.desktopPools.get(desktopPoolId)
  requirePool(pool, 'started')
  return done(startPool(world, region, pool, 'API').id)
}

export const stopDesktopPool: Handler<'desktops.stopDesktopPool'> = ({ desktopPoolId }, { world, region }) => {
  const pool = region.desktopPools.get(desktopPoolId)
  requirePool(pool, 'stopped')
  return done(stopPool(world, region, pool, 'API').id)
}

export const startDesktop: Handler<'desktops.startDesktop'> = ({ desktopId }, { world, region }) => {
  const desktop = region.desktops.get(desktopId)
  const pool = region.desktopPools.get(desktop.wire.poolId)
  requireDesktop(pool, desktop, 'started')
  return done(powerOnDesktop(world, region, pool, desktop).id)
}

/** OCI does not say what leaving out `isSoftStop` means; the gentle way is assumed. */
export const stopDesktop: Handler<'desktops.stopDesktop'> = ({ desktopId, isSoftStop = true }, { world, region }) => {
  const desktop = region.desktops.get(desktopId)
  const pool = region.desktopPools.get(desktop.wire.poolId)
  requireDesktop(pool, desktop, 'stopped')
  return done(powerOffDesktop(world, region, pool, desktop, isSoftStop).id)
}
