import type { GeneratedCompartment } from '../../../world/seed/generated-compartments.ts'
import type { World } from '../../../world/world.ts'
import { controlResources } from '../delegation-work.ts'
import { cases } from '../reasons.ts'
import { seededAccessRequests } from './access-request-list.ts'
import type { SeededAccessRequest } from './access-request-list.ts'
import { insertSeeded } from './access-requests.ts'
import { insertSubscription } from './catalogue.ts'
import { insertControl, seededControl } from './controls.ts'
import { insertPastWork } from './past-work.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

const ended = seededAccessRequests.filter(({ status }) =>
  ['REJECTED', 'COMPLETED', 'EXPIRED', 'REVOKED'].includes(status),
)

/** The cases that a subscription to troubleshooting covers, by their place in the list. */
const about = [...cases.keys()].filter((place) => cases[place]?.serviceType === 'TROUBLESHOOTING')

/** One of so many waits for its approvers; the others have ended. */
const oneWaitsOf = 12

/**
 * A delegation control over two VM clusters in each of the compartments, in one of the regions, with access requests
 * about them and a past update of the control.
 */
export function spreadDelegateAccess(
  world: World,
  homes: readonly GeneratedCompartment[],
  counts: { accessRequests: number; workRequests: number },
): void {
  const regions = [...world.regions.values()]
  const controls = homes.map(({ name, description }, place) => {
    const region = regions[place % regions.length]! // modulo its length
    const control = `${name}-databases`
    insertSubscription(world, region, { compartment: name, service: 'TROUBLESHOOTING', ageDays: 300 })
    insertControl(world, {
      name: control,
      region: region.name,
      compartment: name,
      resourceType: 'VMCLUSTER',
      clusters: 2,
      approvals: 1 + (place % 2),
      preApproved: [],
      services: ['TROUBLESHOOTING'],
      description,
      ageDays: 200 + place,
    })
    if (place < counts.workRequests) recordUpdate(world, control, place)
    return control
  })
  if (controls.length === 0) return
  for (let place = 0; place < counts.accessRequests; place++) {
    const isWaiting = place % oneWaitsOf === 0
    const like = ended[place % ended.length]! // modulo its length
    insertSeeded(
      world,
      {
        control: controls[place % controls.length]!, // as above
        about: about[place % about.length]!, // as above
        severity: like.severity,
        ...(isWaiting
          ? { status: 'APPROVAL_WAITING', raisedMinutesAgo: 5 + ((place * 7) % 50) }
          : endedBefore(like, place * 300)),
      },
      place,
    )
  }
}

const endedBefore = (like: SeededAccessRequest, minutes: number) => ({
  status: like.status,
  raisedMinutesAgo: like.raisedMinutesAgo + minutes,
  ...(like.lastMinutesAgo === undefined ? {} : { lastMinutesAgo: like.lastMinutesAgo + minutes }),
  ...(like.comment === undefined ? {} : { comment: like.comment }),
})

/** Within the time that OCI remembers work for. */
function recordUpdate(world: World, name: string, place: number) {
  const control = seededControl(world, name)
  insertPastWork(world, world.regions.get(control.region)!, {
    // where the control is
    operationType: 'UPDATE_DELEGATION_CONTROL',
    compartmentId: control.compartmentId,
    resources: controlResources(control.wire, 'UPDATE'),
    acceptedAtMs: world.clock.ms() - ((place * 97 * minuteMs) % (6 * dayMs)) - 30 * minuteMs,
    tookMs: 90_000,
    messages: ['Checked the settings', 'Applied the delegation control to every resource'],
  })
}
