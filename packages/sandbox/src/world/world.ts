import type { DelegateAccessControl, Desktops, Identity, OperatorAccessControl } from '@gatehouse/oci-api'
import type { Clock } from './clock.ts'
import type { Errand } from './errand.ts'
import type { Random } from './random.ts'
import type { WorldSize } from './size.ts'
import type { Row, Table } from './table.ts'
import type { RunningWork } from './work.ts'

/**
 * All that the sandbox knows. Rows read as OCI sends them; what hides behind them is in `extra`. Everything in it is data
 * that can be written down as JSON, what is still to happen included (`errand.ts`); only a pool's set of its desktops is
 * put together again from them.
 */
export interface World {
  readonly options: WorldOptions
  readonly clock: Clock<Errand>
  /** Uniform in [0, 1), the same sequence for the same seed. */
  readonly random: Random
  /** A sequence of its own by that name, so that what one part of the world draws changes nothing elsewhere. */
  stream(name: string): Random
  /** Where each of the sequences is. */
  streamStates(): Record<string, number>
  readonly tenancyId: string
  readonly tenancyName: string
  /** When the tenancy was made. */
  readonly timeCreated: string
  readonly homeRegion: string
  readonly compartments: Table<CompartmentRow>
  /** OCI users with a key, by their OCID. */
  readonly users: Map<string, User>
  /** OCIDs of the groups users may be in, by name: `access-approvers`. */
  readonly groups: Map<string, string>
  /** What moves by itself at a stated rate; it belongs to this run and is not kept. */
  readonly moves: Moves
  /** By region name: `eu-frankfurt-1`. */
  readonly regions: Map<string, Region>
  /** Every row by OCID. */
  readonly rows: Map<string, Row<object, unknown>>
  /** A fresh, well-formed OCID: `ocid1.desktoppool.oc1.eu-frankfurt-1.…`. Region is left out for what is global. */
  ocid(type: string, region?: string): string
  /** A row ready to insert, with a fresh etag. */
  row<Wire extends object, Extra>(
    region: Region | undefined,
    id: string,
    compartmentId: string,
    wire: Wire,
    extra: Extra,
  ): Row<Wire, Extra>
  /** Whether the sandbox's policies let the user see what lies in the compartment. */
  maySee(user: User, compartmentId: string): boolean
}

export interface WorldOptions {
  /** The same seed makes the same world. */
  seed: number
  /** Mean milliseconds between two steps of a work request or a state in transit. */
  paceMs: number
  /** Whether operators raise requests and users come and go while it runs. */
  life: boolean
  /** How many things move per minute, beside the life. */
  movesPerMinute: number
  /** How much of everything the seed makes. */
  size: WorldSize
}

export interface Moves {
  perMinute: number
  /** How many things have moved since the world began or was resumed. */
  count: number
  /** The number of the next move on the clock. */
  due?: number
}

export interface User {
  id: string
  /** A role: `console`, `approver`, `administrator`, `restricted`. */
  name: string
  /** Compartments this user's policies cover, with all below them; the tenancy's OCID means everywhere. */
  compartmentIds: string[]
  groupIds: string[]
}

export interface Region {
  readonly name: string
  /** 3-letter key: `FRA`. */
  readonly key: string
  readonly availabilityDomains: string[]
  /** Their OCIDs, in the same order. */
  readonly availabilityDomainIds: string[]
  readonly desktopPools: Table<DesktopPoolRow>
  readonly desktops: Table<DesktopRow>
  readonly desktopPoolVolumes: Table<VolumeRow>
  readonly accessRequests: Table<AccessRequestRow>
  readonly operatorActions: Table<Row<OperatorAccessControl.OperatorAction>>
  readonly operatorControls: Table<Row<OperatorAccessControl.OperatorControl>>
  readonly operatorControlAssignments: Table<OperatorControlAssignmentRow>
  readonly delegatedResourceAccessRequests: Table<DelegatedResourceAccessRequestRow>
  readonly delegationControls: Table<DelegationControlRow>
  readonly delegationSubscriptions: Table<Row<DelegateAccessControl.DelegationSubscription>>
  readonly serviceProviders: Table<Row<DelegateAccessControl.ServiceProvider>>
  readonly serviceProviderActions: Table<Row<DelegateAccessControl.ServiceProviderAction>>
  readonly workRequests: Table<WorkRequestRow>
}

export type CompartmentRow = Row<Identity.Compartment>

export type DesktopPoolRow = Row<
  Desktops.DesktopPool,
  {
    /** Its desktops; a deleted one stays as long as it can be read. */
    desktops: Set<DesktopRow>
    /** The number of the desktop named last. */
    lastNumber: number
    /** Work that changes the pool now; one at a time. */
    workRequestId?: string
    /** While set, whatever would change the pool or its desktops is refused with 409 and this sentence. */
    refusal?: string
    /** The errors that the next work on the pool ends with. */
    nextFailure?: { code: string; message: string }[]
    /** What its schedule asked for while work was going on. */
    afterWork?: Errand
    /** The next event of its schedule, on the clock. */
    scheduleDue?: number
    /** When a session rule is due next in one of its desktops, and its number on the clock. */
    sessionAlarm?: { atMs: number; due: number }
  }
>

export type DesktopRow = Row<
  Desktops.Desktop,
  {
    instanceId: string
    isAssigned: boolean
    workRequestId?: string
    volumeId?: string
    /** Since when the connected user has not touched anything. */
    idleSinceMs?: number
  }
>

export type VolumeRow = Row<Desktops.DesktopPoolVolumeSummary, { timeCreated: string }>

export type AccessRequestRow = Row<
  OperatorAccessControl.AccessRequest,
  {
    histories: OperatorAccessControl.AccessRequestHistorySummary[]
    interactions: OperatorAccessControl.InteractionSummary[]
    /** When access began, in milliseconds; with the granted hours it tells when it expires. */
    grantedAtMs?: number
    /** Hours granted so far, extensions included. */
    grantedHours?: number
    /** How the revocation of this request will end; `REVOKED` unless the seed says otherwise. */
    revokeOutcome?: 'REVOKED' | 'REVOKEFAILED'
    /** How granting access will end; `DEPLOYED` unless said otherwise. */
    deployOutcome?: 'DEPLOYED' | 'DEPLOYFAILED'
    /** How closing by the operator will end; `COMPLETED` unless said otherwise. */
    closeOutcome?: 'COMPLETED' | 'CLOSEFAILED'
    /** How the end of the granted time will go; `EXPIRED` unless said otherwise. */
    expiryOutcome?: 'EXPIRED' | 'EXPIRYFAILED' | 'UNDEPLOYFAILED'
  }
>

export type OperatorControlAssignmentRow = Row<
  OperatorAccessControl.OperatorControlAssignment,
  { validation?: OperatorAccessControl.AssignmentValidationStatus }
>

export type DelegatedResourceAccessRequestRow = Row<
  DelegateAccessControl.DelegatedResourceAccessRequest,
  {
    histories: DelegateAccessControl.DelegatedResourceAccessRequestHistorySummary[]
    interactions: DelegateAccessControl.ServiceProviderInteractionSummary[]
    grantedAtMs?: number
    grantedHours?: number
    revokeOutcome?: 'REVOKED' | 'REVOKE_FAILED'
    /** Statuses it runs into instead of the good one, when their moment comes. */
    failures?: ('DEPLOY_FAILED' | 'UNDEPLOY_FAILED' | 'CLOSE_FAILED' | 'EXPIRY_FAILED' | 'EXTENSION_FAILED')[]
    /** Users who approved in the open round: the initial one, or that of the latest extension. */
    approverIds?: string[]
    /** Work that carries out what was decided; while it runs only a revocation is taken. */
    workRequestId?: string
  }
>

export type DelegationControlRow = Row<
  DelegateAccessControl.DelegationControl,
  {
    resources: DelegateAccessControl.DelegationControlResourceSummary[]
    /** Groups whose members may decide on its access requests; those of the tenancy's policy unless given. */
    approverGroupIds?: string[]
  }
>

/** A work request of either service that has them; `extra.service` tells which. */
export type WorkRequestRow = Row<
  Desktops.WorkRequest | DelegateAccessControl.WorkRequest,
  {
    service: 'desktops' | 'delegate-access-control'
    logs: Desktops.WorkRequestLogEntry[]
    errors: Desktops.WorkRequestError[]
    /** What is still to be done; present while it goes on. */
    work?: RunningWork
  }
>
