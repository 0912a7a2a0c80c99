import type { Action } from '@gatehouse/contract'
import { Problem } from '../problem.ts'
import type { LedgerRow } from './chain.ts'

/** An intent, with its latest outcome if there is one. */
export interface Recorded {
  intent: LedgerRow
  outcome: LedgerRow | null
}

/* An intent has every column that the types say may be null because outcomes have not; `append` is only called with
   what `intentOf` makes. */

/** The two rows of an act as one. */
export const toAction = ({ intent, outcome }: Recorded): Action => ({
  id: intent.attempt_id,
  sequence: intent.sequence,
  act: intent.act!, // an intent's, see above
  status: outcome?.status ?? 'sent',
  at: intent.at,
  by: { id: intent.person_id!, name: intent.person_name!, role: intent.person_role! }, // an intent's, see above
  connectionId: intent.connection_id!, // an intent's, see above
  subject: { service: intent.service!, id: intent.subject_id!, name: intent.subject_name! }, // an intent's, see above
  comment: intent.comment,
  signedAs: intent.signed_as,
  completedAt: outcome?.at ?? null,
  workRequestId: outcome?.work_request_id ?? null,
  opcRequestId: outcome?.opc_request_id ?? null,
  problem: outcome?.problem ?? null,
  hash: (outcome ?? intent).hash,
})

/** What was answered when the act was refused, to be answered again. */
export const toRefusal = (outcome: LedgerRow) =>
  new Problem(outcome.problem_code ?? 'conflict', outcome.problem ?? 'It was refused.', {
    ociCode: outcome.oci_code ?? undefined,
    opcRequestId: outcome.opc_request_id ?? undefined,
  })
