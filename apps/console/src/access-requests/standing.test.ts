import { expect, test } from 'vitest'
import { remarksOn } from './standing.ts'
import { accessRequest, openAccess } from './testing.ts'

test('an ordinary access request needs no remark', () => {
  expect(remarksOn(accessRequest())).toEqual([])
})

test('access that may still be open is an alarm, with all that Oracle Support asks for', () => {
  const [alarm] = remarksOn(
    openAccess({ state: 'REVOKEFAILED', phase: 'may-be-open', workflowIds: ['ocid1.workflow.oc1..w'] }),
  )
  expect(alarm).toMatchObject({ tone: 'bad', title: 'Access may still be open' })
  expect(alarm?.toCopy).toBe(
    'AR-FRA-000001 (REVOKEFAILED)\nocid1.opctlaccessrequest.oc1.eu-frankfurt-1.a\nocid1.workflow.oc1..w',
  )
})

test('a revoke stays red until OCI says that it is revoked', () => {
  expect(remarksOn(openAccess({ state: 'REVOKING', phase: 'in-transit' }))[0]?.tone).toBe('bad')
  expect(remarksOn(openAccess({ state: 'REVOKED', phase: 'ended' }))).toEqual([])
})

test('each part that could not be read is named', () => {
  const missing = [
    'The history could not be read: OCI is throttling.',
    'The conversation could not be read: OCI is throttling.',
  ]
  expect(remarksOn(accessRequest({ missing })).map(({ text }) => text)).toEqual(missing)
})
