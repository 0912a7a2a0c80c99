import { expect, test } from 'vitest'
import { lastAndNextAction } from './last-and-next-action.ts'

const now = Date.parse('2026-11-22T19:00:00Z') // a Sunday
const berlin = 'Europe/Berlin'
const said = (lastAction: string | null, nextAction: string | null) =>
  lastAndNextAction(
    {
      lastAction: lastAction === null ? null : { action: lastAction, at: '2026-11-22T17:04:00Z' },
      nextAction: nextAction === null ? null : { action: nextAction, at: '2026-11-23T06:00:00Z' },
    },
    now,
    berlin,
  )

test('why a desktop is stopped and when it starts is one sentence', () => {
  expect(said('DISCONNECTED_STOP', 'AVAILABILITY_START')).toBe(
    'Stopped 18:04 by the disconnect rule; starts Mon 07:00 by schedule',
  )
})

test.for([
  ['API_START', 'Started 18:04 on request'],
  ['API_STOP', 'Stopped 18:04 on request'],
  ['AVAILABILITY_START', 'Started 18:04 by schedule'],
  ['AVAILABILITY_STOP', 'Stopped 18:04 by schedule'],
  ['DISCONNECTED_STOP', 'Stopped 18:04 by the disconnect rule'],
  ['DISCONNECTED_DELETE', 'Deleted 18:04 by the disconnect rule'],
  ['SCHEDULED_START', 'Started 18:04 as the pool opens'],
  ['SCHEDULED_STOP', 'Stopped 18:04 as the pool closes'],
  ['SYNCHRONIZE', 'Synchronized 18:04 with its pool'],
  ['CONNECTED', 'User connected 18:04'],
  ['DISCONNECTED', 'User disconnected 18:04'],
] as const)('%s that happened reads "%s"', ([action, words]) => {
  expect(said(action, null)).toBe(words)
})

test.for([
  ['API_START', 'Starts Mon 07:00 on request'],
  ['API_STOP', 'Stops Mon 07:00 on request'],
  ['AVAILABILITY_START', 'Starts Mon 07:00 by schedule'],
  ['AVAILABILITY_STOP', 'Stops Mon 07:00 by schedule'],
  ['DISCONNECTED_STOP', 'Stops Mon 07:00 by the disconnect rule'],
  ['DISCONNECTED_DELETE', 'Is deleted Mon 07:00 by the disconnect rule'],
  ['SCHEDULED_START', 'Starts Mon 07:00 as the pool opens'],
  ['SCHEDULED_STOP', 'Stops Mon 07:00 as the pool closes'],
  ['SYNCHRONIZE', 'Is synchronized Mon 07:00 with its pool'],
  ['CONNECTED', 'User connects Mon 07:00'],
  ['DISCONNECTED', 'User is disconnected Mon 07:00 by the inactivity rule'],
] as const)('%s to come reads "%s"', ([action, words]) => {
  expect(said(null, action)).toBe(words)
})

test('an action that OCI added since is named as it came', () => {
  expect(said('HIBERNATED_BY_HOST', 'THAW')).toBe('HIBERNATED_BY_HOST 18:04; THAW Mon 07:00')
})

test('where OCI says neither, nothing is made up', () => {
  expect(said(null, null)).toBeNull()
})
