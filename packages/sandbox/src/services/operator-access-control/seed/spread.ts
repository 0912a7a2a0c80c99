import type { GeneratedCompartment } from '../../../world/seed/generated-compartments.ts'
import type { World } from '../../../world/world.ts'
import { reasons } from '../reasons.ts'
import { tell } from './access-requests.ts'
import { insertAssignment } from './assignments.ts'
import { byItself, completes, rejects, revokes } from './chapters.ts'
import { insertControl } from './controls.ts'
import { days, granted, hours, waits } from './story.ts'
import type { Story } from './story.ts'

const everyReason = Object.values(reasons)

/** One of so many waits for its approvers; the others have ended. */
const oneWaitsOf = 12

/** A control over one Exadata in each of the compartments, in one of the regions, and access requests about them. */
export function spreadOperatorAccess(world: World, homes: readonly GeneratedCompartment[], count: number): void {
  const regions = [...world.regions.values()]
  const governed = homes.map(({ name, description }, place) => {
    const region = regions[place % regions.length]! // modulo its length
    const resource = `exa-${name.replace(/-exadata$/, '')}-${region.key.toLowerCase()}`
    const assignedDaysAgo = 400 + place
    insertControl(world, {
      region: region.name,
      name: `${resource}-control`,
      description,
      compartment: name,
      resourceType: 'EXADATAINFRASTRUCTURE',
      approvers: 2,
      preApproved: [],
      state: 'ASSIGNED',
      createdDaysAgo: assignedDaysAgo + 5,
    })
    insertAssignment(world, {
      region: region.name,
      control: `${resource}-control`,
      resource,
      state: 'APPLIED',
      assignedDaysAgo,
    })
    return { region: region.name, resource }
  })
  if (governed.length === 0) return
  const told = Array.from({ length: count }, (_, place): Story => ({
    ...governed[place % governed.length]!, // modulo its length
    reason: everyReason[place % everyReason.length]!, // as above
    ...story(place),
  }))
  // the short identifiers count up with time
  told.sort((a, b) => b.raisedMinutesAgo - a.raisedMinutesAgo)
  for (const one of told) tell(world, one)
}

/** What happened to a request under a control that asks for two approvals. */
function story(number: number): Pick<Story, 'raisedMinutesAgo' | 'chapters'> {
  if (number % oneWaitsOf === 0) {
    const ago = 10 + ((number * 37) % (5 * days))
    return { raisedMinutesAgo: ago, chapters: [waits(ago)] }
  }
  const ago = (8 + number * 0.4) * days
  const ends = [
    [...granted(ago, 2), completes(ago - 6 * hours), byItself('COMPLETED', ago - 6.1 * hours)],
    [waits(ago), rejects('approver', ago - 3 * hours, 'Planned for the next maintenance window instead')],
    [...granted(ago, 2), revokes('administrator', ago - hours, 'No longer needed'), byItself('REVOKED', ago - 61)],
    [waits(ago), byItself('EXPIRED', ago - 7 * days)],
  ]
  return { raisedMinutesAgo: ago, chapters: ends[number % ends.length]! } // modulo its length
}
