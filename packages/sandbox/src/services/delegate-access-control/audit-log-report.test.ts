import { expect, test } from 'vitest'
import { completeDelegatedAccess } from './life.ts'
import { delegateWorld, type DelegateWorld } from './testing.ts'
import type { RaiseOptions } from './life.ts'

function deployed({ raise, call, pass }: DelegateWorld, options: RaiseOptions = {}) {
  const subject = raise('staging-databases', options)
  call(
    'approveDelegatedResourceAccessRequest',
    { delegatedResourceAccessRequestId: subject.row.id, body: {} },
    { user: 'approver' },
  )
  pass()
  return subject
}

const report = ({ call }: DelegateWorld, id: string, isProcessTreeEnabled?: boolean) =>
  call('getDelegatedResourceAccessRequestAuditLogReport', {
    delegatedResourceAccessRequestId: id,
    isProcessTreeEnabled,
  })

test('before access is open there is nothing to report', () => {
  const made = delegateWorld()
  expect(report(made, made.raise('staging-databases').row.id)).toEqual({ auditReportStatus: 'NOTAVAILABLE' })
})

test('while access is open the report grows with what the operator does', () => {
  const made = delegateWorld()
  const { row } = deployed(made)
  made.pass(20)
  const early = report(made, row.id).report ?? ''
  made.pass(60)
  const later = report(made, row.id).report ?? ''
  expect(early).toContain(`Audit log report of ${row.wire.displayName}`)
  expect(later.split('\n').length).toBeGreaterThan(early.split('\n').length)
  expect(later).toContain(early.split('\n')[2])
})

test('the process tree comes only when asked for', () => {
  const made = delegateWorld()
  const { row } = deployed(made)
  made.pass(60)
  expect(report(made, row.id)).not.toHaveProperty('processTree')
  expect(report(made, row.id, true).processTree).toContain(`${row.wire.resourceName}-n1`)
})

test('after access has ended the report stands still, and is gone after 90 days', () => {
  const made = delegateWorld()
  const { row } = deployed(made)
  made.pass(30)
  completeDelegatedAccess(made.world, made.region, row.id)
  made.pass()
  const closed = report(made, row.id)
  expect(closed.auditReportStatus).toBe('AVAILABLE')
  made.pass(60 * 24)
  expect(report(made, row.id)).toEqual(closed)
  made.pass(60 * 24 * 90)
  expect(report(made, row.id)).toEqual({ auditReportStatus: 'EXPIRED' })
})

test('an access request that could not be closed has no report', () => {
  const made = delegateWorld()
  const { row } = deployed(made, { failures: ['CLOSE_FAILED'] })
  completeDelegatedAccess(made.world, made.region, row.id)
  made.pass()
  expect(report(made, row.id)).toEqual({ auditReportStatus: 'FAILED' })
})
