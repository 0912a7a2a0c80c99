import { invalidParameter } from '../../fault.ts'
import type { AccessRequestRow, Region, World } from '../../world/world.ts'
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
  for (const region of world.regions.values()) {
    for (const row of region.accessRequests.values()) goOn(world, region, row)
  }
  const somewhere = () => oneOf([...world.regions.values()], world.random())
  repeat(world, 3, 7, () => raise(world, somewhere()))
  repeat(world, 9, 21, () => wishForMore(world, somewhere()))
}

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
function goOn(world: World, region: Region, row: AccessRequestRow): void {
  const version = row.extra.histories.length
  world.clock.after((0.5 + 5 * world.random()) * minuteMs, () => {
    if (row.extra.histories.length === version) arm(world, region, row, 'steps')
  })
}

function repeat(world: World, fromMinutes: number, toMinutes: number, act: () => void): void {
  const delayMs = (fromMinutes + (toMinutes - fromMinutes) * world.random()) * minuteMs
  world.clock.after(delayMs, () => {
    act()
    repeat(world, fromMinutes, toMinutes, act)
  })
}

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

function wishForMore(world: World, region: Region): void {
  const open = region.accessRequests
    .values()
    .filter(
      (row) => accessOpen.includes(stateOf(row)) && stateOf(row) !== 'EXTENDING' && !row.wire.isValidateAssignment,
    )
    .toArray()
  if (open.length === 0) return
  askExtension(world, region, oneOf(open, world.random()).id, oneOf([1, 2, 4], world.random()))
}
