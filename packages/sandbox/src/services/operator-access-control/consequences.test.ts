import { expect, test } from 'vitest'
import { waitsHours } from './consequences.ts'
import { statesOf, trial } from './trial.ts'

const approved = (
  outcomes: NonNullable<Parameters<ReturnType<typeof trial>['raise']>[0]>['outcomes'],
  life = false,
) => {
  const trialled = trial({ life })
  const row = trialled.raise({ outcomes, durationInHours: 2 })
  trialled.call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  trialled.minutes(4)
  return { ...trialled, row }
}

test('access ends when the granted time is over', () => {
  const { row, hours } = approved({})
  hours(1.9)
  expect(row.wire.lifecycleState).toBe('DEPLOYED')
  hours(0.2)
  expect(statesOf(row).slice(-3)).toEqual(['DEPLOYED', 'UNDEPLOYED', 'EXPIRED'])
})

test('the end of access can fail, before or while the temporary user is removed', () => {
  const before = approved({ expiryOutcome: 'EXPIRYFAILED' })
  before.hours(2.2)
  expect(statesOf(before.row).slice(-2)).toEqual(['DEPLOYED', 'EXPIRYFAILED'])
  const during = approved({ expiryOutcome: 'UNDEPLOYFAILED' })
  during.hours(2.2)
  expect(statesOf(during.row).slice(-2)).toEqual(['UNDEPLOYED', 'UNDEPLOYFAILED'])
})

test('a request that nobody decides on expires', () => {
  const { raise, hours } = trial()
  const row = raise()
  hours(waitsHours - 0.1)
  expect(row.wire.lifecycleState).toBe('APPROVALWAITING')
  hours(0.2)
  expect(row.wire.lifecycleState).toBe('EXPIRED')
})

test('a request with one of two approvals expires no later for it', () => {
  const { raise, hours, call } = trial()
  const row = raise({ numberOfApprovers: 2 })
  hours(100)
  call('approver', 'approveAccessRequest', { accessRequestId: row.id, body: {} })
  hours(waitsHours - 100 + 0.1)
  expect(row.wire.lifecycleState).toBe('EXPIRED')
})

test('while life goes on the operator finishes before the time is over, and says what was done', () => {
  const { row, hours } = approved({}, true)
  hours(1.9)
  expect(statesOf(row).slice(-3)).toEqual(['DEPLOYED', 'COMPLETING', 'COMPLETED'])
  expect(row.wire.closureComment).toEqual(expect.stringMatching(/\w+ \w+/))
})

test('closing can fail', () => {
  const { row, hours } = approved({ closeOutcome: 'CLOSEFAILED' }, true)
  hours(1.9)
  expect(statesOf(row).slice(-2)).toEqual(['COMPLETING', 'CLOSEFAILED'])
})

test('each transition is in the history with user, words, hours and time', () => {
  const { row, call } = approved({})
  const { items } = call('console', 'listAccessRequestHistories', { accessRequestId: row.id })
  expect(items.map(({ lifecycleState }) => lifecycleState)).toEqual(statesOf(row))
  for (const item of items) {
    expect(item).toMatchObject({
      userId: expect.stringMatching(/./),
      description: expect.stringMatching(/\w+ ?\w*/),
      duration: 2,
      isAutoApproved: false,
    })
  }
  const times = items.map(({ timeOfAction }) => timeOfAction ?? '')
  expect(times).toEqual(times.toSorted())
  expect(items[0]?.actionsList).toEqual(['INFRA_FULL'])
})
