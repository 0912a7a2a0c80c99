import { expect, test } from 'vitest'
import { acceptedAction, action } from '../states/testing-action.ts'
import { passesFilters, readChosen, toActivityFilters } from './activity-filters.ts'

const chosen = (search: string) => toActivityFilters(readChosen(new URLSearchParams(search)))

const approval = action({
  act: 'approveAccessRequest',
  status: 'sent',
  by: { id: '1', name: 'Approver', role: 'approver' },
  subject: { service: 'operator-access-control', id: 'ocid1.opctlaccessrequest.oc1..a', name: 'OAR-7' },
})

test('what the address asks for is asked of the BFF', () => {
  expect(chosen('act=stopDesktop&status=unknown&by=+night &subjectId=ocid1.desktop.oc1..a')).toEqual({
    act: 'stopDesktop',
    status: 'unknown',
    by: 'night',
    subjectId: 'ocid1.desktop.oc1..a',
  })
})

test('what is pending is asked for as such, and is sent, accepted or unknown', () => {
  expect(chosen('status=pending')).toEqual({ pending: true })
  expect(passesFilters(approval, { pending: true })).toBe(true)
  expect(passesFilters(acceptedAction(), { pending: true })).toBe(true)
  expect(passesFilters(action(), { pending: true })).toBe(false)
  expect(passesFilters(action({ status: 'failed' }), { pending: true })).toBe(false)
})

test('an address that asks for nonsense asks for nothing', () => {
  expect(chosen('act=dance&status=maybe&from=yesterday&to=2026-02-31')).toEqual({})
})

test('days are whole days of the reader, the last one included', () => {
  const { from, to } = chosen('from=2026-11-21&to=2026-11-22')
  expect(new Date(from ?? '')).toEqual(new Date(2026, 10, 21))
  expect(new Date(to ?? '')).toEqual(new Date(2026, 10, 22, 23, 59, 59, 999))
})

test('an entry that arrives is held against the filters as the BFF would', () => {
  expect(passesFilters(approval, {})).toBe(true)
  expect(passesFilters(approval, { act: 'approveAccessRequest', status: 'sent', by: 'APPR' })).toBe(true)
  expect(passesFilters(approval, { status: 'done' })).toBe(false)
  expect(passesFilters(approval, { by: 'viewer' })).toBe(false)
  expect(passesFilters(approval, { subjectId: 'ocid1.opctlaccessrequest.oc1..b' })).toBe(false)
  expect(passesFilters(approval, { from: '2026-11-22T10:00:00.000Z', to: '2026-11-22T10:00:00.000Z' })).toBe(true)
  expect(passesFilters(approval, { from: '2026-11-22T10:00:00.001Z' })).toBe(false)
  expect(passesFilters(approval, { to: '2026-11-22T09:59:59.999Z' })).toBe(false)
})
