import type { AccessRequestSummary } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { byUrgency, severityRank, since } from './access-request-urgency.ts'

const waiting: AccessRequestSummary = {
  connectionId: 'frankfurt',
  service: 'operator-access-control',
  id: 'waiting',
  name: 'AR-1',
  state: 'APPROVALWAITING',
  phase: 'waiting',
  stateDetails: null,
  severity: 'S2',
  summary: 'A disk has to be replaced',
  resource: { id: 'ocid1.x.oc1..a', name: 'exa-01', type: null },
  compartment: null,
  actions: [],
  durationHours: 4,
  extensionHours: null,
  createdAt: '2026-11-22T08:00:00Z',
  updatedAt: '2026-11-22T09:00:00Z',
  startsAt: null,
  isAutoApproved: false,
}
const one = (id: string, given: Partial<AccessRequestSummary>): AccessRequestSummary => ({ ...waiting, id, ...given })
const order = (...items: AccessRequestSummary[]) => items.toSorted(byUrgency).map(({ id }) => id)

test('access that may still be open comes before every decision, and decisions before all that goes on by itself', () => {
  expect(
    order(
      one('ended', { phase: 'ended' }),
      one('scheduled', { phase: 'scheduled' }),
      one('open', { phase: 'open' }),
      one('moving', { phase: 'in-transit' }),
      one('waiting', {}),
      one('unknown', { phase: 'unknown' }),
      one('left open', { phase: 'may-be-open' }),
    ),
  ).toEqual(['left open', 'unknown', 'waiting', 'moving', 'open', 'scheduled', 'ended'])
})

test('the most severe is first, and one without severity last', () => {
  expect(order(one('none', { severity: null }), one('S4', { severity: 'S4' }), one('S1', { severity: 'S1' }))).toEqual([
    'S1',
    'S4',
    'none',
  ])
  expect(severityRank('S10')).toBeGreaterThan(severityRank('S2'))
})

test('among the equally severe an extension is first, for its access is running out', () => {
  expect(order(waiting, one('extension', { phase: 'extension-waiting', state: 'EXTENDING' }))).toEqual([
    'extension',
    'waiting',
  ])
  expect(order(one('severe', { severity: 'S1' }), one('extension', { phase: 'extension-waiting' }))).toEqual([
    'severe',
    'extension',
  ])
})

test('what has waited longest is first, and what waits for the operator after what waits for us', () => {
  expect(order(one('later', { createdAt: '2026-11-22T08:30:00Z' }), waiting)).toEqual(['waiting', 'later'])
  expect(order(one('asked', { state: 'MOREINFO', createdAt: '2026-11-21T08:00:00Z' }), waiting)).toEqual([
    'waiting',
    'asked',
  ])
})

test('what is over is read backwards, what begins later forwards', () => {
  const ended = (id: string, updatedAt: string) => one(id, { phase: 'ended', updatedAt })
  expect(order(ended('older', '2026-11-20T00:00:00Z'), ended('newer', '2026-11-21T00:00:00Z'))).toEqual([
    'newer',
    'older',
  ])
  const later = (id: string, startsAt: string) => one(id, { phase: 'scheduled', startsAt })
  expect(order(later('second', '2026-11-25T00:00:00Z'), later('first', '2026-11-24T00:00:00Z'))).toEqual([
    'first',
    'second',
  ])
})

test('a first decision waits since it was raised, an extension since it was asked for', () => {
  expect(since(waiting)).toBe('2026-11-22T08:00:00Z')
  expect(since(one('extension', { phase: 'extension-waiting' }))).toBe('2026-11-22T09:00:00Z')
})
