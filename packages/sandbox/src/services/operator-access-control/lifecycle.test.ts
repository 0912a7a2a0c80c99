import { describe, expect, test } from 'vitest'
import { Fault } from '../../fault.ts'
import { states, type Act, type State } from './lifecycle.ts'
import { trial } from './trial.ts'

const operations = {
  approve: 'approveAccessRequest',
  reject: 'rejectAccessRequest',
  review: 'reviewAccessRequest',
  interactionRequest: 'interactionRequest',
  revoke: 'revokeAccessRequest',
} as const satisfies Record<Act, string>

const acts = Object.keys(operations) as Act[] // the table has every act and nothing else

/** Said here once more, independently of the table that the service follows. */
const allowed: Partial<Record<State, readonly Act[]>> = {
  CREATED: ['approve', 'reject', 'review', 'interactionRequest'],
  APPROVALWAITING: ['approve', 'reject', 'review', 'interactionRequest'],
  INREVIEW: ['approve', 'reject', 'interactionRequest'],
  MOREINFO: ['approve', 'reject', 'interactionRequest'],
  PREAPPROVED: ['revoke'],
  APPROVED: ['revoke'],
  APPROVEDFORFUTURE: ['revoke'],
  DEPLOYED: ['revoke'],
  EXTENDING: ['approve', 'reject', 'revoke'],
  EXTENDED: ['revoke'],
  EXTENSIONREJECTED: ['revoke'],
}

test('there are 23 states', () => {
  expect(states).toHaveLength(23)
})

describe.each(states)('an access request in %s', (state) => {
  const verbs = acts.map((act) => ({ act, verb: allowed[state]?.includes(act) ? 'allows' : 'refuses' }))

  test.each(verbs)('$verb $act', ({ act, verb }) => {
    const { call, seeded } = trial()
    const { row, regionName } = seeded(state)
    const before = row.etag
    const outcome = outcomeOf(() =>
      call('approver', operations[act], { accessRequestId: row.id, body: {} }, regionName),
    )
    expect(outcome).toBe(verb === 'allows' ? 'done' : '409 IncorrectState')
    expect(row.etag !== before).toBe(verb === 'allows')
  })
})

function outcomeOf(attempt: () => unknown): string {
  try {
    attempt()
    return 'done'
  } catch (error) {
    if (error instanceof Fault) return `${error.status} ${error.code}`
    throw error
  }
}

test('a refusal says in which state the request is and in which ones the act is possible', () => {
  const { call, seeded } = trial()
  const { row } = seeded('REJECTED')
  expect(() => call('approver', 'revokeAccessRequest', { accessRequestId: row.id, body: {} })).toThrow(
    `The access request ${row.wire.requestId} is REJECTED and cannot be revoked. ` +
      'Only one in PREAPPROVED, APPROVED, APPROVEDFORFUTURE, DEPLOYED, EXTENDING, EXTENDED or EXTENSIONREJECTED can.',
  )
})
