import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { errand } from '../../world/errand.ts'
import type { AccessRequestRow, Region, World } from '../../world/world.ts'
import type { AboutAccessRequest } from './about.ts'
import { aboutAccessRequest, accessRequestOf } from './about.ts'
import type { Consequence } from './consequences.ts'
import { consequences } from './consequences.ts'
import { converse } from './conversation.ts'
import { lifecycle, stateOf, type State } from './lifecycle.ts'

/** Who changed a request, why, and what else changed with it. */
export interface Note {
  /** OCID of a user, the operator's id, or `system` of the lifecycle. */
  by: string
  description: string
  /** Hours that this step grants or asks for; the request's own when left out. */
  duration?: number
  patch?: Partial<OperatorAccessControl.AccessRequest>
}

/** Entering these sets a workflow going, whose OCID Oracle's support asks for. */
const startsWorkflow: readonly State[] = ['APPROVED', 'PREAPPROVED', 'REVOKING', 'COMPLETING', 'UNDEPLOYED']

/** Moves the request now, and sees to what follows by itself. */
export function move(world: World, region: Region, row: AccessRequestRow, to: State, note: Note): void {
  record(world, region, row, to, note, world.clock.ms())
  arm(world, row)
}

/**
 * Writes a transition down as of `atMs`, without what follows from it; `to` may be the state it is in, when something
 * worth its place in the history happened there. The table of states is the law: anything else is a mistake of ours.
 */
export function record(world: World, region: Region, row: AccessRequestRow, to: State, note: Note, atMs: number): void {
  const from = stateOf(row)
  const isFirst = row.extra.histories.length === 0
  if (to !== from && !lifecycle[from].next.includes(to)) {
    throw new Error(`An access request cannot go from ${from} to ${to}.`)
  }
  const { wire, extra } = row
  if (to === 'DEPLOYED') {
    extra.grantedAtMs = atMs
    extra.grantedHours = wire.duration ?? 1
  }
  if (to === 'EXTENDED') extra.grantedHours = (extra.grantedHours ?? 0) + (wire.extendDuration ?? 0)
  const at = new Date(atMs).toISOString()
  region.accessRequests.change(row, {
    ...note.patch,
    lifecycleState: to,
    lifecycleDetails: note.description,
    timeOfModification: at,
    ...(world.users.has(note.by) ? { userId: note.by } : {}),
    ...(startsWorkflow.includes(to) && to !== from
      ? { workflowId: [...(wire.workflowId ?? []), world.ocid('opctlworkflow', region.name)] }
      : {}),
  })
  extra.histories.push({
    lifecycleState: to,
    userId: note.by,
    description: note.description,
    duration: note.duration ?? wire.duration,
    isAutoApproved: row.wire.isAutoApproved ?? false,
    ...(isFirst || to === 'APPROVED' || to === 'PREAPPROVED' ? { actionsList: wire.actionRequestsList ?? [] } : {}),
    timeOfAction: at,
  })
}

/**
 * Schedules what the state leads to by itself. Whatever happens to the request first calls the rest off. `deadlines`
 * leaves out what is only in transit, so that a seeded world stands still.
 */
export function arm(world: World, row: AccessRequestRow, which: 'all' | 'deadlines' | 'steps' = 'all') {
  const version = row.extra.histories.length
  for (const consequence of consequences(world, row)) {
    if (which !== 'all' && which !== `${consequence.kind}s`) continue
    world.clock.after(Math.max(0, consequence.afterMs), followed({ ...aboutAccessRequest(row), version, consequence }))
  }
}

const followed = errand<AboutAccessRequest & { version: number; consequence: Consequence }>(
  'operator-access-control/consequence',
  (world, { version, consequence, ...about }) => {
    const { region, row } = accessRequestOf(world, about)
    if (row.extra.histories.length !== version) return
    const { to, says, by, description, patch } = consequence
    if (says) converse(world, region, row, { kind: 'operator', message: says })
    move(world, region, row, to, { by, description, patch })
  },
)
