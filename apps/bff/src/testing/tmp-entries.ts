import { randomUUID } from 'node:crypto'
import type { Answer, Intent } from '../ledger/entries.ts'

/** The intent to stop a pool in Frankfurt, as an operator's act has it. */
export const intentToStop = (changes: Partial<Intent> = {}): Intent => ({
  kind: 'intent',
  attemptId: randomUUID(),
  at: new Date().toISOString(),
  act: 'stopDesktopPool',
  person: { id: 'id-of-operator', name: 'operator', role: 'operator' },
  connectionId: 'frankfurt',
  compartmentId: 'ocid1.compartment.oc1..aaaa',
  service: 'desktops',
  subjectId: 'ocid1.desktoppool.oc1.eu-frankfurt-1.aaaa',
  subjectName: 'a-pool',
  comment: null,
  seen: null,
  baseline: 'ACTIVE',
  signedAs: 'ocid1.user.oc1..aaaa',
  operation: 'desktops.stopDesktopPool',
  input: { desktopPoolId: 'ocid1.desktoppool.oc1.eu-frankfurt-1.aaaa' },
  retryToken: 'a-token',
  ...changes,
})

/** OCI's refusal of an attempt. */
export const refusalOf = (
  { attemptId, at }: Pick<Intent, 'attemptId' | 'at'>,
  changes: Partial<Answer> = {},
): Answer => ({
  kind: 'answer',
  attemptId,
  at,
  status: 'failed',
  wasSent: true,
  workRequestId: null,
  opcRequestId: 'an-opc-request-id',
  ociCode: 'IncorrectState',
  problemCode: 'conflict',
  problem: 'Not now.',
  ...changes,
})
