import type { WorkRequest } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { inFlight, operationName, workRequestState } from './work-request-state.ts'

const workRequest: WorkRequest = {
  connectionId: 'frankfurt',
  service: 'desktops',
  id: 'ocid1.desktopworkrequest.oc1.eu-frankfurt-1.a',
  operation: 'STOP_DESKTOP_POOL',
  state: 'IN_PROGRESS',
  percentComplete: 40,
  compartment: null,
  resources: [],
  subject: null,
  acceptedAt: null,
  startedAt: null,
  finishedAt: null,
  forgottenAt: null,
}

test('a state that OCI added since is shown as it came, without colour', () => {
  expect(workRequestState('HIBERNATING')).toEqual({ word: 'HIBERNATING', tone: 'plain' })
})

test('an operation reads as words', () => {
  expect(operationName('STOP_DESKTOP_POOL')).toBe('Stop desktop pool')
})

test('one that needs attention is still in flight, one that failed is not', () => {
  expect(inFlight({ ...workRequest, state: 'NEEDS_ATTENTION' })).toBe(true)
  expect(inFlight({ ...workRequest, state: 'FAILED' })).toBe(false)
  expect(inFlight({ ...workRequest, finishedAt: '2026-11-22T10:00:00Z' })).toBe(false)
})
