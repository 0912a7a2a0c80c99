import { Nullable, problemStatus, RoleName, ServiceId, type ProblemCode } from '@gatehouse/contract'
import canonicalize from 'canonicalize'
import { Type, type Static, type TObject } from 'typebox'
import { Compile } from 'typebox/compile'
import { fieldErrors, inWords } from '../field-errors.ts'
import type { Entry } from './entries.ts'

/*
 * The columns of rows of version 2, by kind. The hash of such a row covers exactly these, so they do not change: a further
 * column makes a version 3.
 */

const Text = Type.String()
const common = { attempt_id: Text, at: Type.String({ format: 'date-time' }) }
const person = { person_id: Text, person_name: Text, person_role: RoleName }

const Intent = Type.Object({
  kind: Type.Literal('intent'),
  ...common,
  act: Text,
  ...person,
  connection_id: Text,
  compartment_id: Nullable(Text),
  service: ServiceId,
  subject_id: Text,
  subject_name: Text,
  comment: Nullable(Text),
  seen: Nullable(Text),
  baseline: Nullable(Text),
  signed_as: Nullable(Text),
  operation: Text,
  /** Canonical JSON. */
  input: Text,
  retry_token: Nullable(Text),
})

/** The person columns are null when Gatehouse resends by itself. */
const Resend = Type.Object({
  kind: Type.Literal('resend'),
  ...common,
  person_id: Nullable(Text),
  person_name: Nullable(Text),
  person_role: Nullable(RoleName),
})

const Answer = Type.Object({
  kind: Type.Literal('answer'),
  ...common,
  status: Type.Union([Type.Literal('accepted'), Type.Literal('failed'), Type.Literal('unknown')]),
  was_sent: Type.Union([Type.Literal(0), Type.Literal(1)]),
  work_request_id: Nullable(Text),
  opc_request_id: Nullable(Text),
  oci_code: Nullable(Text),
  problem_code: Nullable(Type.Unsafe<ProblemCode>(Type.String({ enum: Object.keys(problemStatus) }))),
  problem: Nullable(Text),
})

const Effect = Type.Object({
  kind: Type.Literal('effect'),
  ...common,
  status: Type.Union([Type.Literal('done'), Type.Literal('failed'), Type.Literal('unknown')]),
  note: Text,
  work_request_id: Nullable(Text),
})

const StopTrying = Type.Object({ kind: Type.Literal('stop-trying'), ...common, ...person })

interface RowKind {
  columns: readonly string[]
  /** Throws an Error whose message completes "cannot be read: …". */
  parse(values: Readonly<Record<string, unknown>>): Entry
}

export const rowKinds: Readonly<Record<Entry['kind'], RowKind>> = {
  intent: rowKind(Intent, (row) => ({
    ...attemptOf(row),
    kind: row.kind,
    act: row.act,
    person: { id: row.person_id, name: row.person_name, role: row.person_role },
    connectionId: row.connection_id,
    compartmentId: row.compartment_id,
    service: row.service,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    comment: row.comment,
    seen: row.seen,
    baseline: row.baseline,
    signedAs: row.signed_as,
    operation: row.operation,
    input: objectIn(row.input),
    retryToken: row.retry_token,
  })),
  resend: rowKind(Resend, (row) => ({
    ...attemptOf(row),
    kind: row.kind,
    person:
      row.person_id === null || row.person_name === null || row.person_role === null
        ? null
        : { id: row.person_id, name: row.person_name, role: row.person_role },
  })),
  answer: rowKind(Answer, (row) => ({
    ...attemptOf(row),
    kind: row.kind,
    status: row.status,
    wasSent: row.was_sent === 1,
    workRequestId: row.work_request_id,
    opcRequestId: row.opc_request_id,
    ociCode: row.oci_code,
    problemCode: row.problem_code,
    problem: row.problem,
  })),
  effect: rowKind(Effect, (row) => ({
    ...attemptOf(row),
    kind: row.kind,
    status: row.status,
    note: row.note,
    workRequestId: row.work_request_id,
  })),
  'stop-trying': rowKind(StopTrying, (row) => ({
    ...attemptOf(row),
    kind: row.kind,
    person: { id: row.person_id, name: row.person_name, role: row.person_role },
  })),
}

export const isRowKind = (kind: string): kind is Entry['kind'] => Object.hasOwn(rowKinds, kind)

/** The columns of an entry, by its kind. */
export function columnsOf(entry: Entry) {
  const shared = { kind: entry.kind, attempt_id: entry.attemptId, at: entry.at }
  switch (entry.kind) {
    case 'intent':
      return {
        ...shared,
        act: entry.act,
        ...personOf(entry.person),
        connection_id: entry.connectionId,
        compartment_id: entry.compartmentId,
        service: entry.service,
        subject_id: entry.subjectId,
        subject_name: entry.subjectName,
        comment: entry.comment,
        seen: entry.seen,
        baseline: entry.baseline,
        signed_as: entry.signedAs,
        operation: entry.operation,
        input: canonicalize(entry.input) ?? '{}',
        retry_token: entry.retryToken,
      }
    case 'resend':
    case 'stop-trying':
      return { ...shared, ...personOf(entry.person) }
    case 'answer':
      return {
        ...shared,
        status: entry.status,
        was_sent: entry.wasSent ? 1 : 0,
        work_request_id: entry.workRequestId,
        opc_request_id: entry.opcRequestId,
        oci_code: entry.ociCode,
        problem_code: entry.problemCode,
        problem: entry.problem,
      }
  }
  return { ...shared, status: entry.status, note: entry.note, work_request_id: entry.workRequestId }
}

function rowKind<Schema extends TObject>(schema: Schema, toEntry: (row: Static<Schema>) => Entry): RowKind {
  const validator = Compile(schema)
  return {
    columns: Object.keys(schema.properties),
    parse(values) {
      if (!validator.Check(values)) throw new Error(inWords(fieldErrors(validator.Errors(values))))
      return toEntry(values)
    },
  }
}

const attemptOf = (row: { attempt_id: string; at: string }) => ({ attemptId: row.attempt_id, at: row.at })

const personOf = (one: { id: string; name: string; role: string } | null) => ({
  person_id: one?.id ?? null,
  person_name: one?.name ?? null,
  person_role: one?.role ?? null,
})

function objectIn(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('input is not an object')
  return value as Record<string, unknown> // checked above
}
