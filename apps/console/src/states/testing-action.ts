import type { Action } from '@gatehouse/contract'

/** A stop of a pool that is done, for tests. */
export const action = (differs: Partial<Action> = {}): Action => ({
  id: '0b1f6c9e-6f0e-4c39-8f39-0e6a5a0d8f11',
  sequence: 12,
  act: 'stopDesktopPool',
  status: 'done',
  at: '2026-11-22T10:00:00.000Z',
  by: { id: '1', name: 'operator', role: 'operator' },
  connectionId: 'frankfurt',
  compartmentId: 'ocid1.compartment.oc1..c',
  subject: { service: 'desktops', id: 'ocid1.desktoppool.oc1.eu-frankfurt-1.a', name: 'engineering' },
  comment: null,
  signedAs: null,
  wasSent: true,
  answeredAt: '2026-11-22T10:00:01.000Z',
  acceptedAt: '2026-11-22T10:00:01.000Z',
  completedAt: '2026-11-22T10:04:00.000Z',
  workRequestId: 'ocid1.desktopworkrequest.oc1.eu-frankfurt-1.b',
  opcRequestId: null,
  problem: null,
  effect: 'The pool is INACTIVE.',
  following: null,
  mayTryAgain: false,
  hash: 'ab',
  ...differs,
})

/** The same stop while OCI works on it. */
export const acceptedAction = (differs: Partial<Action> = {}) =>
  action({
    status: 'accepted',
    completedAt: null,
    effect: null,
    following: { how: 'reading', until: null },
    ...differs,
  })

/** The same stop after its answer was lost. */
export const unknownAction = (differs: Partial<Action> = {}) =>
  acceptedAction({
    status: 'unknown',
    acceptedAt: null,
    workRequestId: null,
    problem: 'OCI did not answer.',
    mayTryAgain: true,
    ...differs,
  })
