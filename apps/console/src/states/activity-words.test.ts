import type { Action } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { actInWords, actNames, actStatus, subjectPath, workRequestPath } from './activity-words.ts'

const stop: Action = {
  id: '0b1f6c9e-6f0e-4c39-8f39-0e6a5a0d8f11',
  sequence: 12,
  act: 'stopDesktopPool',
  status: 'confirmed',
  at: '2026-11-22T10:00:00.000Z',
  by: { id: '1', name: 'operator', role: 'operator' },
  connectionId: 'frankfurt',
  subject: { service: 'desktops', id: 'ocid1.desktoppool.oc1.eu-frankfurt-1.a', name: 'engineering' },
  comment: null,
  signedAs: null,
  completedAt: '2026-11-22T10:00:01.000Z',
  workRequestId: 'ocid1.desktopworkrequest.oc1.eu-frankfurt-1.b',
  opcRequestId: null,
  problem: null,
  hash: 'ab',
}

test('only what OCI confirmed is told as done', () => {
  expect(actInWords(stop)).toBe('stopped desktop pool')
  expect(actInWords({ ...stop, status: 'sent' })).toBe('is stopping desktop pool')
  expect(actInWords({ ...stop, status: 'refused' })).toBe('tried to stop desktop pool')
  expect(actInWords({ ...stop, status: 'unknown' })).toBe('tried to stop desktop pool')
})

test('every act has words', () => {
  expect(actNames).toHaveLength(7)
  expect(new Set(actNames.map(({ name }) => name)).size).toBe(7)
})

test('an unknown outcome says what that means', () => {
  expect(actStatus('unknown').meaning).toContain('The answer was lost')
  expect(actStatus('paused')).toMatchObject({ word: 'paused', tone: 'plain' })
  expect(actStatus('constructor')).toMatchObject({ word: 'constructor', tone: 'plain' })
})

test('the thing acted on leads to its page, a desktop to the list', () => {
  expect(subjectPath(stop)).toBe('/desktop-pools/frankfurt/ocid1.desktoppool.oc1.eu-frankfurt-1.a')
  const desktop = { service: 'desktops' as const, id: 'ocid1.desktop.oc1..a', name: 'desktop 7' }
  expect(subjectPath({ ...stop, act: 'stopDesktop', subject: desktop })).toBe('/desktops?q=desktop+7')
  const subject = { service: 'delegate-access-control' as const, id: 'ocid1.x.oc1..b', name: 'patching' }
  expect(subjectPath({ ...stop, act: 'approveAccessRequest', subject })).toBe(
    '/access-requests/frankfurt/delegate-access-control/ocid1.x.oc1..b',
  )
})

test('work that an act started can be followed, and an act that started none links nowhere', () => {
  expect(workRequestPath(stop)).toBe('/work-requests/frankfurt/desktops/ocid1.desktopworkrequest.oc1.eu-frankfurt-1.b')
  expect(workRequestPath({ ...stop, workRequestId: null })).toBeUndefined()
  // Operator Access Control has no operation that reads work requests
  const subject = { service: 'operator-access-control' as const, id: 'ocid1.x.oc1..b', name: 'AR-1' }
  expect(workRequestPath({ ...stop, subject })).toBeUndefined()
})
