import { invalidParameter } from '../fault.ts'
import { failNextWork, refuseChanges } from '../services/desktops/index.ts'
import type { DesktopPoolRow, World } from '../world/world.ts'
import type { WorkError } from './work-requests.ts'
import { withCode } from './work-requests.ts'

/** From now on every change of the pool is a conflict, though its state would allow it. */
export function refuse(world: World, id: string, message = 'The service is changing the desktop pool.'): void {
  refuseChanges(find(world, id), message)
}

/** Takes the refusal back. */
export function allow(world: World, id: string): void {
  refuseChanges(find(world, id))
}

/** The next work on the pool fails half-way. */
export function failNext(world: World, id: string, errors: WorkError[]): void {
  failNextWork(find(world, id), errors.map(withCode))
}

function find(world: World, id: string): DesktopPoolRow {
  for (const region of world.regions.values()) {
    const pool = region.desktopPools.find(id)
    if (pool) return pool
  }
  throw invalidParameter(`There is no desktop pool ${id}`)
}
