import type { DesktopPoolRow, DesktopRow, Region, World, WorkRequestRow } from '../../world/world.ts'
import { aboutDesktop } from './about.ts'
import { isConnected } from './connection.ts'
import { workOnDesktop } from './desktop-work.ts'
import type { DesktopWork } from './desktop-work.ts'
import type { Tempo } from './pool-work.ts'
import { poweredOff, poweredOn } from './power.ts'

export function startDesktop(
  world: World,
  region: Region,
  pool: DesktopPoolRow,
  desktop: DesktopRow,
  tempo?: Tempo,
): WorkRequestRow {
  const { displayName, hostingOptions } = desktop.wire
  const work: DesktopWork = {
    operationType: 'START_DESKTOP',
    actionType: 'UPDATED',
    during: 'UPDATING',
    steps: [
      { message: `Starting the instance of desktop ${displayName}` },
      { message: 'The instance is RUNNING; waiting for the desktop agent to report' },
      { message: `Desktop ${displayName} accepts connections at ${hostingOptions.connectAddress}` },
    ],
    onSuccess: poweredOn({ ...aboutDesktop(desktop), action: 'API_START' }),
  }
  return workOnDesktop(world, region, pool, desktop, work, tempo)
}

/** `soft` asks the operating system to shut down; otherwise the power goes off at once. */
export function stopDesktop(
  world: World,
  region: Region,
  pool: DesktopPoolRow,
  desktop: DesktopRow,
  soft: boolean,
  tempo?: Tempo,
): WorkRequestRow {
  const { displayName, userName } = desktop.wire
  const cut = isConnected(desktop) ? [{ message: `Cut off the session of ${userName}` }] : []
  const steps = soft
    ? [
        { message: `Asked the operating system of desktop ${displayName} to shut down` },
        ...cut,
        { message: 'The operating system has shut down' },
      ]
    : [...cut, { message: `Powered off desktop ${displayName} without shutting it down` }]
  const work: DesktopWork = {
    operationType: 'STOP_DESKTOP',
    actionType: 'UPDATED',
    during: 'UPDATING',
    steps: [...steps, { message: 'The instance is STOPPED' }],
    onSuccess: poweredOff({ ...aboutDesktop(desktop), action: 'API_STOP' }),
  }
  return workOnDesktop(world, region, pool, desktop, work, tempo)
}
