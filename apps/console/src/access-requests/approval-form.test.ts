import { expect, test } from 'vitest'
import { toLocalField } from './access-window.ts'
import { emptyApproval, formBlocked, recordsKeystrokes, toApproveBody } from './approval-form.ts'
import { now } from './testing.ts'

test('nothing filled in sends nothing', () => {
  expect(toApproveBody({ ...emptyApproval, comment: '  ', message: '\n' })).toEqual({})
})

test('what is filled in is sent, without blanks around it', () => {
  const startsAt = toLocalField(Date.parse('2026-11-23T08:00:00Z'))
  expect(
    toApproveBody({ comment: ' Go ahead ', audit: 'keystrokes', message: ' Call first ', start: 'later', startsAt }),
  ).toEqual({
    comment: 'Go ahead',
    auditTypes: ['COMMAND', 'KEYSTROKE'],
    additionalMessage: 'Call first',
    startsAt: '2026-11-23T08:00:00.000Z',
  })
})

test('a start that was filled in and then not chosen is not sent', () => {
  expect(toApproveBody({ ...emptyApproval, startsAt: '2026-11-23T08:00' })).toEqual({})
})

test('blanks are no comment where one is needed', () => {
  expect(formBlocked({ ...emptyApproval, comment: ' ' }, true, now)).toBe('Enter a comment.')
  expect(formBlocked({ ...emptyApproval, comment: ' ' }, false, now)).toBeUndefined()
})

test('a start in the past cannot be sent', () => {
  const past = { ...emptyApproval, start: 'later' as const, startsAt: toLocalField(now - 60_000) }
  expect(formBlocked(past, false, now)).toBe('The start time must be in the future.')
  expect(formBlocked({ ...past, startsAt: toLocalField(now + 60_000) }, false, now)).toBeUndefined()
})

test('keystrokes are known by either spelling', () => {
  expect(recordsKeystrokes({ auditTypes: ['COMMAND', 'KEYSTROKE'] })).toBe(true)
  expect(recordsKeystrokes({ auditTypes: ['COMMAND_KEYSTROKE_AUDIT'] })).toBe(true)
  expect(recordsKeystrokes({ auditTypes: ['COMMAND'] })).toBe(false)
})
