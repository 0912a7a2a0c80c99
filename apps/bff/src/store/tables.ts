import type { ActStatus, DesktopSession, Role, ServiceId, WorkService } from '@gatehouse/contract'
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
  desktop_pools: DesktopPoolTable
  desktops: DesktopTable
  access_requests: AccessRequestTable
  work_requests: WorkRequestTable
  inventory_items: InventoryItemTable
  inventory_places: InventoryPlaceTable
  /** Grows with each change of a noun's rows. */
  inventory_versions: { noun: string; version: number }
  inventory_things: InventoryThingTable
  desktop_pool_samples: DesktopPoolSampleTable
  leases: LeaseTable
  oci_budgets: OciBudgetTable
  kept_secrets: KeptSecretTable
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

/**
 * The columns that every noun of the inventory has. What lists filter and sort by is in narrow rows; the items are in
 * `inventory_items`. Columns that end in `_key` are for sorting: see `inventory/sort-key.ts`.
 */
export interface InventoryRow {
  connection_id: string
  id: string
  service: ServiceId
  compartment_id: string
  /** The texts to search in, in lower case, a line each. */
  search: string
  /** A hash of what was read. Equal prints: nothing changed. */
  print: string
  /** The noun's version with the row's last change. */
  version: number
  first_seen_at: string
  /** The last read that found it. Null while it is there: then its place says when it was read. */
  last_seen_at: string | null
  /** When OCI no longer listed it. Only for nouns that are kept then; the rows of others are deleted. */
  gone_at: string | null
}

export interface DesktopPoolTable extends InventoryRow {
  name_key: string
  state: string
  state_rank: number
  health: 'unhealthy' | 'changing' | 'healthy'
  /** Sorts unhealthy pools first. */
  attention: number
  compartment_key: string | null
  /** The maximum number of desktops. */
  size: number
  next_at: string | null
  /** The pool's usage; null until its desktops have been read. */
  desktops: number | null
  connected: number | null
  disconnected: number | null
  standby: number | null
  stopped: number | null
  free: number | null
  created_at: string | null
}

export interface DesktopTable extends InventoryRow {
  name_key: string
  user_key: string | null
  pool_id: string
  /** The sort key of the pool's name. Null while the pool is unknown. */
  pool_key: string | null
  state: string
  session: DesktopSession
  session_rank: number
  last_action_at: string | null
  client_key: string | null
  image_key: string | null
  connected_at: string | null
  created_at: string | null
}

export interface AccessRequestTable extends InventoryRow {
  phase: string
  state: string
  severity: string | null
  severity_rank: number | null
  resource_type: string | null
  urgency: string
  summary_key: string
  resource_key: string
  hours: number | null
  requested_at: string | null
  name_key: string
  compartment_key: string | null
  updated_at: string | null
}

export interface WorkRequestTable extends InventoryRow {
  progress: 'running' | 'needs-attention' | 'failed' | 'ended'
  state: string
  operation: string
  percent: number
  compartment_key: string | null
  accepted_at: string | null
  finished_at: string | null
  took_ms: number | null
}

/** The items of all nouns, as JSON in the contract's words. */
export interface InventoryItemTable {
  noun: string
  connection_id: string
  id: string
  item: string
  /** What the noun's reader keeps for its next read, as JSON: the details of a pool. */
  source: string | null
}

/** A compartment of a service on a connection, as a noun's poller last read it. */
export interface InventoryPlaceTable {
  noun: string
  connection_id: string
  service: ServiceId
  compartment_id: string
  /** The last successful read. */
  read_at: string | null
  failing_since: string | null
  reason: string | null
  opc_request_id: string | null
  /** 1 when it held an item of the noun, or something that leads to one, at any time. */
  ever_held: 0 | 1
  /** How often the place is read, in milliseconds. Null while that is not known. */
  every_ms: number | null
}

/** The last state of a single thing with a page, by its topic. */
export interface InventoryThingTable {
  topic: string
  /** JSON in the contract's words. */
  thing: string
  read_at: string
  /** When OCI no longer had it. */
  forgotten_at: string | null
}

/** The most users of a pool that were seen in an hour. */
export interface DesktopPoolSampleTable {
  connection_id: string
  desktop_pool_id: string
  /** The start of the hour. */
  hour: string
  /** The most desktops with a connected user. */
  connected: number
  /** The most desktops that were connected or left running by their user. */
  in_use: number
}

/** Which replica does what only one may do. PostgreSQL alone uses it. */
export interface LeaseTable {
  name: string
  /** The id that a process makes at its start. */
  holder: string
  /** Milliseconds since 1970 by the clock of the database, as all times here. */
  expires_at: number
  /** What the holder tells the replicas that wait for the lease. */
  note: string | null
}

/** How much the replicas together may still ask of a service on a connection. PostgreSQL alone uses it. */
export interface OciBudgetTable {
  connection_id: string
  service: string
  /** At `updated_at`. Below zero when urgent calls have borrowed. */
  tokens: number
  per_second: number
  updated_at: number
  throttled_at: number
  rests_until: number
  urgent_rests_until: number
}

/** Secrets that all replicas need and that the configuration does not give. Never a key for OCI. */
export interface KeptSecretTable {
  /** `session`: signs the session cookies. */
  name: 'session'
  secret: string
}
