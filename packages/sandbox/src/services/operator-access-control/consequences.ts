import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { stepsMs } from '../../world/pace.ts'
import type { AccessRequestRow, World } from '../../world/world.ts'
import { closures, operatorAnswer } from './wording.ts'
import { stateOf, system, type State } from './lifecycle.ts'

const hourMs = 3_600_000

/** How long an access request waits for a decision before it expires. **Assumed**: Oracle does not say. */
export const waitsHours = 7 * 24

/** Steps of `paceMs` that the operator takes to answer a question. */
const answerSteps = 10

/** Something that will happen to an access request if nothing else happens first. */
export interface Consequence {
  /** A deadline is told by the request itself; a step takes as long as the world's pace makes it. */
  kind: 'deadline' | 'step'
  afterMs: number
  to: State
  by: string
  description: string
  patch?: Partial<OperatorAccessControl.AccessRequest>
  /** What the operator writes into the thread with it. */
  says?: string
}

/** When the granted time is over, in milliseconds; undefined before access began. */
export function endsAtMs({ extra }: AccessRequestRow): number | undefined {
  return extra.grantedAtMs === undefined ? undefined : extra.grantedAtMs + (extra.grantedHours ?? 0) * hourMs
}

/** What the state leads to by itself: by time, by the system at the world's pace, or by the operator. */
export function consequences(world: World, row: AccessRequestRow): Consequence[] {
  return byState[stateOf(row)]?.(row, world) ?? []
}

type Rule = (row: AccessRequestRow, world: World) => Consequence[]

function step(world: World, to: State, description: string, steps = 1): Consequence {
  return { kind: 'step', afterMs: stepsMs(world, steps), to, by: system, description }
}

/** Nobody decided: the request lapses. */
const lapse: Rule = ({ wire }, world) => [
  {
    kind: 'deadline',
    afterMs: Date.parse(wire.timeOfCreation ?? '') + waitsHours * hourMs - world.clock.ms(),
    to: 'EXPIRED',
    by: system,
    description: `Nobody decided within ${waitsHours / 24} days`,
  },
]

const deploy: Rule = (row, world) => [
  row.extra.deployOutcome === 'DEPLOYFAILED'
    ? step(
        world,
        'DEPLOYFAILED',
        `The temporary user could not be created on ${node(row)}: the agent did not answer`,
        2,
      )
    : step(world, 'DEPLOYED', `A temporary user was created on ${node(row)}`, 2),
]

/** The granted time ends, or the operator is done before. A validation run is done at once; others only while life goes on. */
const useAccess: Rule = (row, world) => {
  const remainingMs = Math.max(0, (endsAtMs(row) ?? world.clock.ms()) - world.clock.ms())
  const expiry: Consequence = {
    kind: 'deadline',
    afterMs: remainingMs,
    by: system,
    ...(row.extra.expiryOutcome === 'EXPIRYFAILED'
      ? {
          to: 'EXPIRYFAILED',
          description: `The granted time is over, but the sessions on ${node(row)} could not be ended. Contact Oracle Support`,
        }
      : { to: 'UNDEPLOYED', description: 'The granted time is over; the temporary user is being removed' }),
  }
  if (row.wire.isValidateAssignment) return [expiry, completion(row, stepsMs(world, 2))]
  const busyMs = (15 + 45 * world.random()) * 60_000
  const mayFinish = world.options.life && row.wire.lifecycleState !== 'EXTENDING'
  if (!mayFinish) return [expiry]
  return [expiry, completion(row, Math.min(remainingMs * 0.9, busyMs))]
}

/** The operator is done. */
export const completion = (row: AccessRequestRow, afterMs: number): Consequence => ({
  kind: 'step',
  afterMs,
  to: 'COMPLETING',
  by: row.wire.operatorId ?? system,
  description: 'The operator finished and closes the access request',
  patch: { closureComment: closures(row) },
})

const byState: Partial<Record<State, Rule>> = {
  CREATED: (row, world) => [
    row.wire.isAutoApproved
      ? step(
          world,
          'PREAPPROVED',
          row.wire.isValidateAssignment
            ? 'Approved by the system for the validation of the assignment'
            : 'Approved in advance by the operator control',
        )
      : step(world, 'APPROVALWAITING', 'Waiting for the decision of an approver'),
  ],
  APPROVALWAITING: lapse,
  INREVIEW: lapse,
  MOREINFO: (row, world) => [
    ...lapse(row, world),
    {
      kind: 'step',
      afterMs: stepsMs(world, answerSteps),
      to: beforeQuestion(row),
      by: row.wire.operatorId ?? system,
      description: 'The operator answered the question',
      says: operatorAnswer(row),
    },
  ],
  PREAPPROVED: deploy,
  APPROVED: deploy,
  APPROVEDFORFUTURE: ({ wire }, world) => [
    {
      kind: 'deadline',
      afterMs: Date.parse(wire.timeOfUserCreation ?? '') - world.clock.ms(),
      to: 'APPROVED',
      by: system,
      description: 'The approved start has come',
    },
  ],
  DEPLOYED: useAccess,
  EXTENDING: (row, world) => [
    ...useAccess(row, world),
    ...(row.wire.isAutoApproved
      ? [step(world, 'EXTENDED', 'Every requested action is approved in advance; the extension is granted')]
      : []),
  ],
  EXTENDED: useAccess,
  EXTENSIONREJECTED: useAccess,
  UNDEPLOYED: (row, world) => [
    row.extra.expiryOutcome === 'UNDEPLOYFAILED'
      ? step(
          world,
          'UNDEPLOYFAILED',
          `The temporary user could not be removed from ${node(row)}. Contact Oracle Support`,
        )
      : step(world, 'EXPIRED', 'The granted time is over; the temporary user was removed'),
  ],
  REVOKING: (row, world) => [
    row.extra.revokeOutcome === 'REVOKEFAILED'
      ? step(
          world,
          'REVOKEFAILED',
          `The sessions on ${node(row)} could not be ended; access may still be open. Contact Oracle Support`,
          2,
        )
      : step(world, 'REVOKED', 'All sessions were ended and the temporary user was removed', 2),
  ],
  COMPLETING: (row, world) => [
    row.extra.closeOutcome === 'CLOSEFAILED'
      ? step(
          world,
          'CLOSEFAILED',
          `The temporary user could not be removed from ${node(row)}; access may still be open. Contact Oracle Support`,
          2,
        )
      : step(world, 'COMPLETED', 'The temporary user was removed and the audit report was written', 2),
  ],
}

/** An answered question leads back to where it was asked. */
function beforeQuestion({ extra }: AccessRequestRow): State {
  const before = extra.histories.findLast(({ lifecycleState }) => lifecycleState !== 'MOREINFO')
  return before?.lifecycleState === 'INREVIEW' ? 'INREVIEW' : 'APPROVALWAITING'
}

const node = ({ wire }: AccessRequestRow) => wire.subResourceList?.[0] ?? wire.resourceName ?? 'the target'
