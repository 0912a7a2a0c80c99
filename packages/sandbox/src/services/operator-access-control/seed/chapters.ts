import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { userNamed } from '../../../world/seed/tenancy.ts'
import type { AccessRequestRow, Region, World } from '../../../world/world.ts'
import { approval } from '../approval.ts'
import { completion, consequences } from '../consequences.ts'
import { converse } from '../conversation.ts'
import { asking, rejection, reviewing, revocation } from '../decision-effects.ts'
import { extensionNote } from '../extension.ts'
import type { State } from '../lifecycle.ts'
import { record } from '../transition.ts'

/** Something that happened to a request, so many minutes before the world began. */
export interface Chapter {
  minutesAgo: number
  tell(request: Told, atMs: number): void
}

export interface Told {
  world: World
  region: Region
  row: AccessRequestRow
}

type Decider = 'approver' | 'administrator'

/** What the state led to by itself: time, the system, or the operator's answer. */
export const byItself = (to: State, minutesAgo: number): Chapter => ({
  minutesAgo,
  tell({ world, region, row }, atMs) {
    const step = consequences(world, row).find((consequence) => consequence.to === to)
    if (!step) throw new Error(`Nothing leads from ${row.wire.lifecycleState} to ${to} by itself.`)
    if (step.says) converse(world, region, row, { kind: 'operator', message: step.says }, atMs)
    record(world, region, row, to, step, atMs)
  },
})

export const completes = (minutesAgo: number): Chapter => ({
  minutesAgo,
  tell: ({ world, region, row }, atMs) => record(world, region, row, 'COMPLETING', completion(row, 0), atMs),
})

export const approves = (
  by: Decider,
  minutesAgo: number,
  details: OperatorAccessControl.ApproveAccessRequestDetails = {},
): Chapter => ({
  minutesAgo,
  tell({ world, region, row }, atMs) {
    const { to, note } = approval(row, userNamed(world, by), details, atMs)
    record(world, region, row, to, note, atMs)
  },
})

export const rejects = (by: Decider, minutesAgo: number, approverComment: string): Chapter => ({
  minutesAgo,
  tell({ world, region, row }, atMs) {
    const { to, note } = rejection(row, userNamed(world, by), { approverComment })
    record(world, region, row, to, note, atMs)
  },
})

export const revokes = (by: Decider, minutesAgo: number, approverComment: string): Chapter => ({
  minutesAgo,
  tell({ world, region, row }, atMs) {
    const { to, note } = revocation(row, userNamed(world, by), { approverComment })
    record(world, region, row, to, note, atMs)
  },
})

export const reviews = (by: Decider, minutesAgo: number, approverComment?: string): Chapter => ({
  minutesAgo,
  tell({ world, region, row }, atMs) {
    const { to, note } = reviewing(row, userNamed(world, by), { approverComment })
    record(world, region, row, to, note, atMs)
  },
})

export const asks = (by: Decider, minutesAgo: number, message: string): Chapter => ({
  minutesAgo,
  tell({ world, region, row }, atMs) {
    const user = userNamed(world, by)
    converse(world, region, row, { kind: 'customer', user, message }, atMs)
    const { to, note } = asking(user, message)
    record(world, region, row, to, note, atMs)
  },
})

export const asksExtension = (minutesAgo: number, hours: number): Chapter => ({
  minutesAgo,
  tell: ({ world, region, row }, atMs) => record(world, region, row, 'EXTENDING', extensionNote(row, hours), atMs),
})
