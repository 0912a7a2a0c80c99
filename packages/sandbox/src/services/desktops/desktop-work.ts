import type { Desktops } from '@gatehouse/oci-api'
import { errand, runErrand } from '../../world/errand.ts'
import type { Errand } from '../../world/errand.ts'
import type { Step } from '../../world/work.ts'
import { startWork, whicheverEnd } from '../../world/work.ts'
import type { DesktopPoolRow, DesktopRow, Region, World, WorkRequestRow } from '../../world/world.ts'
import type { AboutDesktop } from './about.ts'
import { aboutDesktop, desktopOf } from './about.ts'
import { changeDesktop } from './connection.ts'
import type { Tempo } from './pool-work.ts'
import { settled } from './power.ts'
import { desktopResource, poolResource } from './resources.ts'
import { takeFailure } from './states.ts'

type State = Desktops.LifecycleState

export interface DesktopWork {
  operationType: Desktops.OperationType
  actionType: Desktops.ActionType
  /** The desktop's state from now to the end. */
  during: State
  steps: Step[]
  /** Brings the desktop out of that state. */
  onSuccess: Errand
}

/** Starts work on one desktop. When it fails or is cancelled, the desktop is what it was before. */
export function workOnDesktop(
  world: World,
  region: Region,
  pool: DesktopPoolRow,
  desktop: DesktopRow,
  work: DesktopWork,
  tempo: Tempo = {},
): WorkRequestRow {
  const before = desktop.wire.lifecycleState
  changeDesktop(world, region, desktop, { lifecycleState: work.during })

  const about = { ...aboutDesktop(desktop), during: work.during }
  const turnBack = desktopWorkEnded({ ...about, next: settled({ ...aboutDesktop(desktop), state: before }) })
  const row = startWork(world, region, {
    service: 'desktops',
    operationType: work.operationType,
    compartmentId: desktop.compartmentId,
    resources: [desktopResource(desktop, work.actionType), poolResource(pool, 'RELATED')],
    steps: work.steps,
    ...tempo,
    onSuccess: desktopWorkEnded({ ...about, next: work.onSuccess }),
    ends: whicheverEnd(turnBack),
    ...takeFailure(pool, work.steps.length),
  })
  desktop.extra.workRequestId = row.id
  return row
}

const desktopWorkEnded = errand<AboutDesktop & { during: State; next: Errand }>(
  'desktops/desktop-work-ended',
  (world, { during, next, ...about }) => {
    const desktop = desktopOf(world, about)?.desktop
    if (!desktop) return
    delete desktop.extra.workRequestId
    // Work on the whole pool may have overtaken this one and settled the desktop already.
    if (desktop.wire.lifecycleState === during) runErrand(world, next)
  },
)
