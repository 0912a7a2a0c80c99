import { randomUUID } from 'node:crypto'
import type { Answer, Effect, Intent } from '../ledger/entries.ts'

let startedMs = Date.parse('2026-11-22T09:00:00.000Z')

/** Each entry is a second later than the one before it. */
const nextAt = () => new Date((startedMs += 1_000)).toISOString()

export const anIntent = (changes: Partial<Intent> = {}): Intent => ({
  kind: 'intent',
  attemptId: randomUUID(),
  at: nextAt(),
  act: 'stopDesktopPool',
  person: { id: '1', name: 'operator', role: 'operator' },
  connectionId: 'frankfurt',
  compartmentId: 'ocid1.compartment.oc1..a',
  service: 'desktops',
  subjectId: 'ocid1.desktoppool.oc1..a',
  subjectName: 'pool',
  comment: 'ünïcode – ✓',
  seen: null,
  baseline: null,
  signedAs: null,
  operation: 'desktops.stopDesktopPool',
  input: { desktopPoolId: 'ocid1.desktoppool.oc1..a' },
  retryToken: 'token',
  ...changes,
})

export const anAnswer = (attemptId: string, changes: Partial<Answer> = {}): Answer => ({
  kind: 'answer',
  attemptId,
  at: nextAt(),
  status: 'accepted',
  wasSent: true,
  workRequestId: 'ocid1.workrequest.oc1..a',
  opcRequestId: 'opc',
  ociCode: null,
  problemCode: null,
  problem: null,
  ...changes,
})

export const anEffect = (attemptId: string, changes: Partial<Effect> = {}): Effect => ({
  kind: 'effect',
  attemptId,
  at: nextAt(),
  status: 'done',
  note: 'The pool is INACTIVE.',
  workRequestId: null,
  ...changes,
})
