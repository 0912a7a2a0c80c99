import { createHash } from 'node:crypto'
import type { OperationId } from '@gatehouse/oci-api'
import { canonicalJson } from './canonical-json.ts'
import type { Entry, LedgerRow } from './chain.ts'
import type { Act } from './ledger.ts'
import type { Outcome } from './send.ts'

/** An act whose operation is known only as one of all. */
export type AnyAct = Omit<Act, 'input'> & { input: object }

const nothing = {
  act: null,
  person_id: null,
  person_name: null,
  person_role: null,
  connection_id: null,
  service: null,
  subject_id: null,
  subject_name: null,
  comment: null,
  seen: null,
  signed_as: null,
  operation: null,
  input: null,
  retry_token: null,
  status: null,
  work_request_id: null,
  opc_request_id: null,
  oci_code: null,
  problem_code: null,
  problem: null,
} satisfies Partial<Entry>

/** What is written before OCI is called. */
export const intentOf = (
  { person, connection, act, attemptId, subject, comment, seen, operation, input }: AnyAct,
  nowMs: number,
): Entry => ({
  ...nothing,
  kind: 'intent',
  attempt_id: attemptId,
  at: new Date(nowMs).toISOString(),
  act,
  person_id: person.id,
  person_name: person.name,
  person_role: person.role,
  connection_id: connection.id,
  service: subject.service,
  subject_id: subject.id,
  subject_name: subject.name,
  comment: comment ?? null,
  seen: seen ?? null,
  signed_as: connection.clientFor(person).ociUserId,
  operation,
  input: canonicalJson(input),
  retry_token: retryTokenOf(attemptId, operation),
})

/** What is written after. */
export const outcomeOf = ({ attempt_id }: LedgerRow, outcome: Outcome, nowMs: number): Entry => ({
  ...nothing,
  kind: 'outcome',
  attempt_id,
  at: new Date(nowMs).toISOString(),
  status: outcome.status,
  ...(outcome.status === 'confirmed'
    ? { work_request_id: outcome.workRequestId, opc_request_id: outcome.opcRequestId }
    : {
        oci_code: outcome.problem.ociCode ?? null,
        problem_code: outcome.problem.code,
        problem: outcome.problem.message,
        opc_request_id: outcome.problem.opcRequestId ?? null,
      }),
})

/** Whether a second attempt under the same id asks for the same. Names may have changed meanwhile, and versions been read anew. */
export const sameAct = (known: LedgerRow, asked: Entry): boolean =>
  known.act === asked.act &&
  known.person_id === asked.person_id &&
  known.connection_id === asked.connection_id &&
  known.subject_id === asked.subject_id &&
  known.operation === asked.operation &&
  known.comment === asked.comment

/** 43 characters; OCI takes up to 64. */
const retryTokenOf = (attemptId: string, operation: OperationId) =>
  createHash('sha256').update(`${attemptId} ${operation}`).digest('base64url')
