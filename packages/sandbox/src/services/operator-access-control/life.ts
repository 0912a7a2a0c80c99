import { invalidParameter } from '../../fault.ts'
import { errand } from '../../world/errand.ts'
import { pastime } from '../../world/pastime.ts'
import type { Random } from '../../world/random.ts'
import type { AccessRequestRow, Region, World } from '../../world/world.ts'
import type { AboutAccessRequest } from './about.ts'
import { aboutAccessRequest, accessRequestOf } from './about.ts'
import { approve, reject, revoke } from './decisions.ts'
import { oneOf } from './dice.ts'
import { askExtension } from './extension.ts'
import { accessOpen, stateOf, undecided } from './lifecycle.ts'
import { raiseAccessRequest } from './raise.ts'
import { arm } from './transition.ts'

export { askExtension } from './extension.ts'
export { raiseAccessRequest, type RaiseOptions } from './raise.ts'

/** Operators raise no more while this many requests of a region wait for a decision. */
const manyWaiting = 10

const minuteMs = 60_000

/**
 * While the world's options say so: operators raise a request every few minutes, now and then ask for more hours, and
 * finish what they do; what the seed left in transit goes on. Otherwise nothing happens by itself but time.
 */
export function startOperatorAccessControlLife(world: World): void {
  if (!world.options.life) return
  for (const { accessRequests } of world.regions.values()) {
    for (const row of accessRequests.values()) goOn(world, row)
  }
  beginRaising(world)
  beginWishing(world)
}

const beginRaising = pastime('operator-access-control/raise', {
  meanMs: () => 5 * minuteMs,
  act: (world, random) => raise(world, somewhere(world, random)),
})

const beginWishing = pastime('operator-access-control/wish-for-more', {
  meanMs: () => 15 * minuteMs,
  act: (world, random) => wishForMore(world, somewhere(world, random), random),
})

const somewhere = (world: World, random: Random) => oneOf([...world.regions.values()], random())

/** Somebody decided elsewhere: as if the user had called the operation. Refused in the same way. */
export function decideAs(
  world: World,
  region: Region,
  userId: string,
  id: string,
  decision: 'approve' | 'reject' | 'revoke',
  comment?: string,
): AccessRequestRow {
  const user = world.users.get(userId)
  if (!user) throw invalidParameter(`The world has no user ${userId}.`)
  const row = region.accessRequests.get(id)
  const decide = { approve, reject, revoke }[decision]
  decide(world, region, user, row, comment === undefined ? {} : { approverComment: comment })
  return row
}

/** What was seeded in transit has been so for a while, and one thing ends after the other. */
function goOn(world: World, row: AccessRequestRow): void {
  const version = row.extra.histories.length
  world.clock.after((0.5 + 5 * world.random()) * minuteMs, goesOn({ ...aboutAccessRequest(row), version }))
}

const goesOn = errand<AboutAccessRequest & { version: number }>(
  'operator-access-control/goes-on',
  (world, { version, ...about }) => {
    const { row } = accessRequestOf(world, about)
    if (row.extra.histories.length === version) arm(world, row, 'steps')
  },
)

function raise(world: World, region: Region): void {
  const waiting = region.accessRequests.values().filter((row) => undecided.includes(stateOf(row)))
  if (waiting.toArray().length >= manyWaiting) return
  const isGoverned = region.operatorControlAssignments.values().some(({ wire }) => wire.lifecycleState === 'APPLIED')
  if (!isGoverned) return
  const isUnlucky = () => world.random() < 0.05
  raiseAccessRequest(world, region, {
    outcomes: {
      ...(isUnlucky() ? { deployOutcome: 'DEPLOYFAILED' } : {}),
      ...(isUnlucky() ? { revokeOutcome: 'REVOKEFAILED' } : {}),
      ...(isUnlucky() ? { closeOutcome: 'CLOSEFAILED' } : {}),
      ...(isUnlucky() ? { expiryOutcome: 'EXPIRYFAILED' } : {}),
    },
  })
}

function wishForMore(world: World, region: Region, random: Random): void {
  const open = region.accessRequests
    .values()
    .filter(
      (row) => accessOpen.includes(stateOf(row)) && stateOf(row) !== 'EXTENDING' && !row.wire.isValidateAssignment,
    )
    .toArray()
  if (open.length === 0) return
  askExtension(world, region, oneOf(open, random()).id, oneOf([1, 2, 4], random()))
}
