import type { ActStatus, Role, WorkService } from '@gatehouse/contract'
import type { Generated } from 'kysely'

/** The store's tables. Ids are UUIDv7 made in code and instants are RFC 3339 text in UTC, so that any SQL dialect works. */
export interface Tables {
  users: UserTable
  sessions: SessionTable
  sign_in_failures: SignInFailureTable
  ledger: LedgerTable
  acts: ActTable
  /** Every `person_key` of `acts`, once, to search for a part of a name. */
  act_people: { person_key: string }
  key_bindings: KeyBindingTable
  work_request_logs: WorkRequestLogTable
  work_request_log_state: WorkRequestLogStateTable
  heartbeat: { id: 1; at: string }
}

export interface UserTable {
  id: string
  name: string
  /** The name in lower case, unique: "Operator" and "operator" are one account. */
  name_key: string
  role: Role
  /** In PHC form: `$argon2id$v=19$…`. */
  password_hash: string
  /** 1 for an account that exists for the sandbox alone. */
  is_demo: 0 | 1
  created_at: string
}

export interface SessionTable {
  /** SHA-256 of the id, so that a copy of the store contains no usable session. */
  id_hash: string
  user_id: string | null
  /** JSON. */
  content: string
  expires_at: string
}

/** Failed attempts to sign in, by account or address. */
export interface SignInFailureTable {
  /** `account:<name>` or `address:<ip>` */
  subject: string
  failures: number
  last_at: string
}

/**
 * The ledger, append-only. Each row keeps the version of the row format that it was written in. `ledger/rows.ts` parses
 * rows, and says which columns each version and kind uses; all other columns are null.
 */
export interface LedgerTable {
  sequence: number
  version: Generated<number>
  kind: string
  attempt_id: string
  at: string
  act: string | null
  person_id: string | null
  person_name: string | null
  person_role: string | null
  connection_id: string | null
  compartment_id: string | null
  service: string | null
  subject_id: string | null
  subject_name: string | null
  comment: string | null
  /** The version of the subject that the person saw, and the version that was read just before sending. */
  seen: string | null
  baseline: string | null
  signed_as: string | null
  /** The call: the operation's id, its input as canonical JSON, and the retry token. */
  operation: string | null
  input: string | null
  retry_token: string | null
  status: string | null
  was_sent: number | null
  work_request_id: string | null
  opc_request_id: string | null
  oci_code: string | null
  problem_code: string | null
  problem: string | null
  note: string | null
  previous_hash: string
  hash: string
}

/**
 * One row per attempt, to filter and sort by. Everything in it is derived from the ledger, and is written in the same
 * transaction.
 */
export interface ActTable {
  /** Of the intent. */
  sequence: number
  attempt_id: string
  act: string
  status: ActStatus
  /** 0 while the outcome is unknown and Gatehouse follows the attempt. */
  settled: 0 | 1
  /** The person's name as `keyOf` gives it. */
  person_key: string
  subject_id: string
  connection_id: string
  compartment_id: string | null
  at: string
}

/** Which account a person's own key on a connection belongs to. */
export interface KeyBindingTable {
  connection_id: string
  /** The configured name as `keyOf` gives it. */
  name_key: string
  account_id: string
  bound_at: string
}

/** The log archive: a row per line or error, as OCI gave it. */
export interface WorkRequestLogTable {
  sequence: Generated<number>
  connection_id: string
  service: WorkService
  work_request_id: string
  /** From 1, within the work request. */
  number: number
  at: string
  kind: 'log' | 'error'
  code: string | null
  text: string
  /** Tells lines apart that are the same in everything else: 0, 1, …. */
  ordinal: number
}

/** How far a work request's log has been archived. */
export interface WorkRequestLogStateTable {
  connection_id: string
  service: WorkService
  work_request_id: string
  /** 1 when the work has ended and every line is archived. */
  is_ended: 0 | 1
  read_at: string
}
