import { expect, test } from 'vitest'
import {
  actInWords,
  actName,
  actNames,
  actStatus,
  actStatuses,
  followingInWords,
  isPending,
  subjectPath,
  workRequestPath,
} from './activity-words.ts'
import { acceptedAction, action, unknownAction } from './testing-action.ts'

const now = Date.parse('2026-11-22T10:00:00Z')

test('only what Gatehouse read at OCI is told as done', () => {
  expect(actInWords(action())).toBe('stopped desktop pool')
  expect(actInWords(action({ status: 'sent' }))).toBe('is asking OCI to stop desktop pool')
  expect(actInWords(acceptedAction())).toBe('asked OCI to stop desktop pool')
  expect(actInWords(action({ status: 'failed' }))).toBe('could not stop desktop pool')
  expect(actInWords(unknownAction())).toBe('may have stopped desktop pool')
})

test('every act has a name of its own', () => {
  expect(actNames).toHaveLength(10)
  expect(new Set(actNames.map(({ name }) => name)).size).toBe(10)
})

test('an act of another version is shown as it came, and leads to its entries in the ledger', () => {
  const resize = action({ act: 'resizeDesktopPool' })
  expect(actInWords(resize)).toBe('resizeDesktopPool:')
  expect(actName('resizeDesktopPool')).toBe('resizeDesktopPool')
  expect(actName('constructor')).toBe('constructor')
  expect(subjectPath(resize)).toBe('/activity?subjectId=ocid1.desktoppool.oc1.eu-frankfurt-1.a')
})

test('there are five words, and each says what it means', () => {
  expect(actStatuses.map(({ word }) => word)).toEqual(['Sent', 'Accepted', 'Done', 'Failed', 'Unknown'])
  expect(actStatus('accepted').meaning).toContain('OCI accepted it')
  expect(actStatus('unknown').meaning).toContain('No valid answer came')
  expect(actStatus('paused')).toMatchObject({ word: 'paused', tone: 'plain' })
  expect(actStatus('constructor')).toMatchObject({ word: 'constructor', tone: 'plain' })
})

test('an act is pending until it is done or failed', () => {
  const pending = actStatuses.filter(({ status }) => isPending({ status: status as 'sent' })) // all are statuses
  expect(pending.map(({ status }) => status)).toEqual(['sent', 'accepted', 'unknown'])
})

test('what Gatehouse does about an act is said with its end', () => {
  expect(followingInWords(acceptedAction(), now)).toBe('Gatehouse checks OCI until this is settled.')
  const retrying = unknownAction({ following: { how: 'retrying', until: new Date(2026, 10, 22, 3, 40).toISOString() } })
  expect(followingInWords(retrying, new Date(2026, 10, 22, 1).getTime())).toBe('Gatehouse retries until 03:40.')
  expect(followingInWords(unknownAction({ following: null }), now)).toContain('Check it in OCI')
  expect(followingInWords(action(), now)).toBeNull()
})

test('the thing acted on leads to its page, a desktop to the list', () => {
  expect(subjectPath(action())).toBe('/desktop-pools/frankfurt/ocid1.desktoppool.oc1.eu-frankfurt-1.a')
  const desktop = { service: 'desktops' as const, id: 'ocid1.desktop.oc1..a', name: 'desktop 7' }
  expect(subjectPath(action({ act: 'deleteDesktop', subject: desktop }))).toBe('/desktops?q=desktop+7')
  const patching = { service: 'delegate-access-control' as const, id: 'ocid1.x.oc1..b', name: 'patching' }
  expect(subjectPath(action({ act: 'approveAccessRequest', subject: patching }))).toBe(
    '/access-requests/frankfurt/delegate-access-control/ocid1.x.oc1..b',
  )
  const work = { service: 'desktops' as const, id: 'ocid1.desktopworkrequest.oc1..w', name: 'STOP_DESKTOP_POOL' }
  expect(subjectPath(action({ act: 'cancelWorkRequest', subject: work }))).toBe(
    '/work-requests/frankfurt/desktops/ocid1.desktopworkrequest.oc1..w',
  )
})

test('the work of an act has a link, and an act without work has none', () => {
  expect(workRequestPath(action())).toBe(
    '/work-requests/frankfurt/desktops/ocid1.desktopworkrequest.oc1.eu-frankfurt-1.b',
  )
  expect(workRequestPath(action({ workRequestId: null }))).toBeUndefined()
  // Operator Access Control has no operation that reads work requests
  const subject = { service: 'operator-access-control' as const, id: 'ocid1.x.oc1..b', name: 'AR-1' }
  expect(workRequestPath(action({ subject }))).toBeUndefined()
})
