import { expect, test } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import type { Attempt } from '../api/attempt.ts'
import { acceptedAction, action, unknownAction } from '../states/testing-action.ts'
import { concerns, currentActs } from './current-acts.ts'

const nowMs = Date.parse('2026-11-22T10:05:00Z')
const me = { personId: '1', nowMs }

const attempt = (differs: Partial<Attempt>): Attempt => ({
  id: 'attempt',
  act: 'stopDesktopPool',
  connectionId: 'frankfurt',
  subject: action().subject,
  personId: '1',
  startedAtMs: nowMs,
  step: 'sending',
  action: null,
  error: null,
  inDoubt: false,
  ...differs,
})
const standings = (...given: Parameters<typeof currentActs>) =>
  currentActs(...given).map(({ id, standing }) => `${id} ${standing}`)

test('acts of anybody are shown until they are done', () => {
  const actions = [
    acceptedAction({ id: 'a' }),
    unknownAction({ id: 'b' }),
    acceptedAction({ id: 'c', status: 'sent' }),
    action({ id: 'd' }),
  ]
  expect(standings(actions, [], me)).toEqual(['a accepted', 'b unknown', 'c sent'])
})

test('a failed act is shown for a while, unless something was done to the thing since', () => {
  const failed = action({ id: 'a', status: 'failed', completedAt: '2026-11-22T10:04:00Z' })
  expect(standings([failed], [], me)).toEqual(['a failed'])
  expect(standings([failed], [], { ...me, nowMs: nowMs + 15 * 60_000 })).toEqual([])
  const later = action({ id: 'b', act: 'startDesktopPool', at: '2026-11-22T10:04:30Z' })
  expect(standings([failed, later], [], me)).toEqual([])
})

test('what the ledger does not have yet is shown to the person who sent it alone', () => {
  expect(standings([], [attempt({})], me)).toEqual(['attempt sending'])
  expect(standings([], [attempt({ step: 'answered', inDoubt: true })], me)).toEqual(['attempt unknown'])
  expect(standings([], [attempt({})], { ...me, personId: '2' })).toEqual([])
  const error = new ApiError({ code: 'stale', status: 412, title: 'Changed', detail: 'It changed.' })
  expect(standings([], [attempt({ step: 'answered', error })], me)).toEqual(['attempt failed'])
})

test('an attempt and its entry are one act, as the later of them has it', () => {
  const accepted = acceptedAction({ id: 'attempt' })
  expect(standings([accepted], [attempt({ step: 'answered', action: accepted })], me)).toEqual(['attempt accepted'])
  const done = attempt({ step: 'answered', action: action({ id: 'attempt' }) })
  expect(standings([accepted], [done], me)).toEqual([])
})

test('an act concerns its subject, and the work request that carries it out', () => {
  const [stop] = currentActs([acceptedAction()], [], me)
  expect(stop && concerns(stop, 'ocid1.desktoppool.oc1.eu-frankfurt-1.a')).toBe(true)
  expect(stop && concerns(stop, 'ocid1.desktopworkrequest.oc1.eu-frankfurt-1.b')).toBe(true)
  expect(stop && concerns(stop, 'ocid1.desktoppool.oc1.eu-frankfurt-1.other')).toBe(false)
})
