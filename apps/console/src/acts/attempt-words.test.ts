import { expect, test } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import type { Attempt } from '../api/attempt.ts'
import { acceptedAction, action, unknownAction } from '../states/testing-action.ts'
import { actionOutcome, attemptOutcome } from './attempt-words.ts'

const now = Date.parse('2026-11-22T10:05:00Z')

const attempt = (differs: Partial<Attempt>): Attempt => ({
  id: 'a',
  act: 'stopDesktopPool',
  connectionId: 'frankfurt',
  subject: action().subject,
  personId: '1',
  startedAtMs: now,
  step: 'answered',
  action: null,
  error: null,
  inDoubt: false,
  ...differs,
})
const problem = (attemptOf?: { id: string; wasSent: boolean }) =>
  new ApiError({
    code: 'conflict',
    status: 409,
    title: 'Conflict',
    detail: 'The pool is being resized.',
    opcRequestId: 'opc-1',
    ...(attemptOf && { attempt: attemptOf }),
  })
const said = ({ word, text }: { word: string; text: string }) => `${word}. ${text}`

test('accepted says what goes on at OCI, and only done has the tick', () => {
  const accepted = actionOutcome(acceptedAction(), now)
  expect(said(accepted)).toBe('Accepted by OCI. The pool is stopping. Gatehouse checks OCI until this is settled.')
  expect(accepted.tone).toBe('busy')
  expect(actionOutcome(action(), now)).toMatchObject({ word: 'Done', tone: 'good', text: 'The pool is INACTIVE.' })
})

test('failed says why, and whether OCI was asked at all', () => {
  const failed = action({ status: 'failed', problem: 'Out of host capacity.', effect: null })
  expect(said(actionOutcome(failed, now))).toBe('Failed. Out of host capacity.')
  expect(said(actionOutcome({ ...failed, wasSent: false }, now))).toBe(
    'Failed. Out of host capacity. Nothing was sent to OCI.',
  )
})

test('unknown says what Gatehouse does about it', () => {
  expect(said(actionOutcome(unknownAction(), now))).toBe(
    'Unknown. OCI did not answer. Gatehouse checks OCI until this is settled.',
  )
})

test('an attempt without an action is told by its request', () => {
  expect(said(attemptOutcome(attempt({ step: 'waiting' }), now))).toBe('Waiting. Queued to be sent.')
  expect(said(attemptOutcome(attempt({ step: 'sending' }), now))).toBe('Sending. OCI has not answered yet.')
  const unreachable = new ApiError({ code: 'unreachable', status: 0, title: 'No answer', detail: 'No answer came.' })
  const lost = 'Unknown. Gatehouse did not answer and may not have received this.'
  expect(said(attemptOutcome(attempt({ inDoubt: true, error: unreachable }), now))).toBe(lost)
  expect(said(attemptOutcome(attempt({ inDoubt: true, error: problem() }), now))).toBe(
    `${lost} Last try: The pool is being resized.`,
  )
  expect(attemptOutcome(attempt({ error: problem() }), now)).toEqual({
    tone: 'bad',
    word: 'Failed',
    text: 'The pool is being resized. Nothing was sent to OCI.',
    opcRequestId: 'opc-1',
  })
  const refusal = problem({ id: 'a', wasSent: true })
  expect(said(attemptOutcome(attempt({ error: refusal }), now))).toBe('Failed. The pool is being resized.')
})

test('a refusal that came before its event is told in its own words', () => {
  const refusal = problem({ id: 'a', wasSent: true })
  const sent = acceptedAction({ status: 'sent' })
  expect(said(attemptOutcome(attempt({ error: refusal, action: sent }), now))).toBe(
    'Failed. The pool is being resized.',
  )
})
