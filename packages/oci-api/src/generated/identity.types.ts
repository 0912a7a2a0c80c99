// Generated from data/ by scripts/generate.ts; change the data, then run `pnpm generate`.

export type LifecycleState = 'CREATING' | 'ACTIVE' | 'INACTIVE' | 'DELETING' | 'DELETED'

export interface Compartment {
  /** OCID */
  id: string
  /** Parent compartment (tenancy OCID for the top level) */
  compartmentId: string
  /** Unique within the parent */
  name: string
  /** Description */
  description: string
  /** When it was created */
  timeCreated: string
  /** Current state */
  lifecycleState: LifecycleState
  /** Detail code when INACTIVE */
  inactiveStatus?: number
  /** The caller has INSPECT here or below (with ACCESSIBLE) */
  isAccessible?: boolean
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface Tenancy {
  /** OCID */
  id?: string
  /** Tenancy name */
  name?: string
  /** Description */
  description?: string
  /** 3-letter key of the home region */
  homeRegionKey?: string
  /** IDCS compatibility URL */
  upiIdcsCompatibilityLayerEndpoint?: string
  /** Untyped key→value tags */
  freeformTags?: Record<string, string>
  /** Tags keyed namespace→key→value */
  definedTags?: Record<string, Record<string, unknown>>
}

export interface AvailabilityDomain {
  /** Availability domain name */
  name?: string
  /** Availability domain OCID */
  id?: string
  /** Tenancy OCID */
  compartmentId?: string
}

export interface RegionSubscription {
  /** 3-letter key */
  regionKey: string
  /** e.g. eu-frankfurt-1 */
  regionName: string
  /** Subscription state */
  status: 'READY' | 'IN_PROGRESS'
  /** Home region flag */
  isHomeRegion: boolean
}

export interface Region {
  /** 3-letter key */
  key?: string
  /** Region name */
  name?: string
}
