import type { Identity } from '@gatehouse/oci-api'
import { invalidParameter, notAuthorizedOrNotFound } from '../../fault.ts'
import type { Handler } from '../../handler.ts'
import { answer, page } from '../../handler.ts'
import type { CompartmentRow, User, World } from '../../world/world.ts'
import { isDescending } from '../sorting.ts'

export const getCompartment: Handler<'identity.getCompartment'> = ({ compartmentId }, { world, caller }) => {
  if (!world.maySee(caller, compartmentId)) throw notAuthorizedOrNotFound()
  if (compartmentId === world.tenancyId) return answer(rootCompartment(world))
  return answer(world.compartments.get(compartmentId).wire)
}

/**
 * Without `accessLevel=ACCESSIBLE` OCI shows every compartment of the tenancy to every user. The root itself is never
 * among them. Whoever may see a compartment may also see the names of those above it: they come with
 * `isAccessible` alike, since OCI says "here or below".
 */
export const listCompartments: Handler<'identity.listCompartments'> = (input, { world, caller }) => {
  const { compartmentId, compartmentIdInSubtree = false, accessLevel = 'ANY', name, lifecycleState } = input
  if (compartmentId !== world.tenancyId && !world.compartments.find(compartmentId)) throw notAuthorizedOrNotFound()
  if (compartmentIdInSubtree && compartmentId !== world.tenancyId)
    throw invalidParameter('compartmentIdInSubtree may be true only when compartmentId is the OCID of the tenancy')

  const accessible = accessibleIds(world, caller)
  const rows = world.compartments
    .values()
    .filter(
      (row) =>
        (compartmentIdInSubtree || row.compartmentId === compartmentId) &&
        (accessLevel === 'ANY' || accessible.has(row.id)) &&
        (name === undefined || row.wire.name === name) &&
        (lifecycleState === undefined || row.wire.lifecycleState === lifecycleState),
    )
  const byName = input.sortBy === 'NAME'
  return page<CompartmentRow, Identity.Compartment>(rows, {
    by: (row) => (byName ? row.wire.name : row.wire.timeCreated),
    descending: isDescending(byName, input.sortOrder),
    toItem: (row) => (accessLevel === 'ANY' ? row.wire : { ...row.wire, isAccessible: true }),
  })
}

/** The tenancy as a compartment; it is its own parent, for want of another. */
const rootCompartment = (world: World): Identity.Compartment => ({
  id: world.tenancyId,
  compartmentId: world.tenancyId,
  name: world.tenancyName,
  description: 'The root compartment of the tenancy',
  timeCreated: world.timeCreated,
  lifecycleState: 'ACTIVE',
  freeformTags: {},
  definedTags: {},
})

/** Compartments the user may see, and all above them. */
function accessibleIds(world: World, user: User): Set<string> {
  const ids = new Set<string>()
  for (const row of world.compartments.values()) {
    if (!world.maySee(user, row.id)) continue
    for (let up: CompartmentRow | undefined = row; up; up = world.compartments.find(up.compartmentId)) ids.add(up.id)
  }
  return ids
}
