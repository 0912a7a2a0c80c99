import { missingParameter, relatedResourceNotFound } from '../fault.ts'
import type { User, World } from '../world/world.ts'

/** The compartment that a body names, if the user may put something there. Throws 400 otherwise. */
export function compartmentFor(world: World, user: User, id: string | undefined): string {
  if (!id) throw missingParameter('compartmentId is missing.')
  if (world.maySee(user, id)) return id
  throw relatedResourceNotFound(`The compartment ${id} does not exist, or you may not use it.`)
}
