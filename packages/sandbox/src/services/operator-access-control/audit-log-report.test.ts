import { expect, test } from 'vitest'
import type { State } from './lifecycle.ts'
import { trial } from './trial.ts'

test('completed access has a report with every session and command', () => {
  const { call, seeded } = trial()
  const { row } = seeded('COMPLETED')
  const report = call('console', 'getAuditLogReport', { accessRequestId: row.id })
  expect(report).toMatchObject({ auditReportStatus: 'AVAILABLE', timeOfReportGeneration: row.wire.timeOfModification })
  expect(report.report).toContain(`Access request   ${row.wire.requestId}`)
  expect(report.report).toContain('Audit level      commands and keystrokes')
  expect(report.report).toContain('vm_maker --list-domains')
  for (const node of row.wire.subResourceList ?? []) expect(report.report).toContain(`@${node}`)
  expect(report).not.toHaveProperty('processTree')
})

test('the process tree comes when it is asked for', () => {
  const { call, seeded } = trial()
  const { row } = seeded('COMPLETED')
  const { processTree } = call('console', 'getAuditLogReport', { accessRequestId: row.id, enableProcessTree: 1 })
  expect(processTree).toMatch(/└─ sshd\(\d+\) opctl\d{5}/)
  expect(call('console', 'getAuditLogReport', { accessRequestId: row.id, enableProcessTree: 0 })).not.toHaveProperty(
    'processTree',
  )
})

test('a report reads the same each time', () => {
  const { call, seeded } = trial()
  const { row } = seeded('COMPLETED')
  const read = () => call('console', 'getAuditLogReport', { accessRequestId: row.id, enableProcessTree: 1 })
  expect(read()).toEqual(read())
})

test.each<[State, string]>([
  ['DEPLOYED', 'NOTAVAILABLE'],
  ['APPROVALWAITING', 'NOTAVAILABLE'],
  ['REJECTED', 'NOTAVAILABLE'],
  ['REVOKED', 'AVAILABLE'],
  ['EXPIRED', 'AVAILABLE'],
  ['CLOSEFAILED', 'FAILED'],
  ['REVOKEFAILED', 'FAILED'],
])('for a request in %s the report is %s', (state, status) => {
  const { call, seeded } = trial()
  const { row, regionName } = seeded(state)
  expect(call('console', 'getAuditLogReport', { accessRequestId: row.id }, regionName).auditReportStatus).toBe(status)
})

test('a request that expired undecided has no report', () => {
  const { call, raise, hours } = trial()
  const row = raise()
  hours(200)
  expect(row.wire.lifecycleState).toBe('EXPIRED')
  expect(call('console', 'getAuditLogReport', { accessRequestId: row.id }).auditReportStatus).toBe('NOTAVAILABLE')
})

test('an old report is gone', () => {
  const { call, seeded, hours } = trial()
  const { row } = seeded('COMPLETED')
  hours(24 * 91)
  expect(call('console', 'getAuditLogReport', { accessRequestId: row.id })).toEqual({ auditReportStatus: 'EXPIRED' })
})
