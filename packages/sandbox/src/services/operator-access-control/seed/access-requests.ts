import { regionNamed } from '../../../world/seed/tenancy.ts'
import { divided } from '../../../world/size.ts'
import type { World } from '../../../world/world.ts'
import { createAccessRequest } from '../access-request.ts'
import { actionsOfKinds } from '../action-catalogue.ts'
import { governing } from '../governance.ts'
import { nodesOf } from '../nodes.ts'
import { filled } from '../raise.ts'
import { arm } from '../transition.ts'
import { olderStory } from './ended-stories.ts'
import { stories } from './stories.ts'
import type { Story } from './story.ts'

/** The part of the world's access requests that is this service's; the rest is Delegate Access Control's. */
const share = 0.65

const minuteMs = 60_000

/** Access requests in every state. What time brings (expiry, a future start) is scheduled, what is in transit stays so. */
export function seedAccessRequests(world: World): void {
  const count = Math.round(divided(world.options.size).usual.accessRequests * share)
  const isThere = ({ region }: Story) => world.regions.has(region)
  const told = stories.filter(isThere).slice(0, count)
  for (let number = 0; told.length < count; number++) told.push(...[olderStory(number)].filter(isThere))
  // the short identifiers count up with time
  told.sort((a, b) => b.raisedMinutesAgo - a.raisedMinutesAgo)
  for (const story of told) tell(world, story)
}

/** Lets all that the story says happen in the past. */
export function tell(world: World, story: Story): void {
  const region = regionNamed(world, story.region)
  const assignment = region.operatorControlAssignments.values().find(({ wire }) => wire.resourceName === story.resource)
  if (!assignment) throw new Error(`An access request is about ${story.resource}, which is not seeded.`)
  const now = world.clock.ms()
  const nodes = nodesOf(assignment.wire).slice(0, story.nodes ?? 1)
  const actions = actionsOfKinds(assignment.wire.resourceType, story.reason.kinds)
  const row = createAccessRequest(
    world,
    region,
    {
      assignment,
      actions,
      severity: story.reason.severity,
      durationInHours: story.hours ?? story.reason.hours,
      summary: filled(story.reason.summary, assignment, nodes),
      reason: filled(story.reason.text, assignment, nodes),
      subResources: nodes,
      isAutoApproved: governing(region, assignment).covers(actions),
      ...(story.wishedInHours === undefined
        ? {}
        : { timeRequestedForFutureAccess: new Date(now + story.wishedInHours * 60 * minuteMs).toISOString() }),
    },
    now - story.raisedMinutesAgo * minuteMs,
  )
  Object.assign(row.extra, story.outcomes)
  for (const chapter of story.chapters) {
    chapter.tell({ world, region, row }, now - chapter.minutesAgo * minuteMs)
  }
  arm(world, row, 'deadlines')
}
