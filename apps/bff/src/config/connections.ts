import { ConnectionId, Ocid, ServiceId } from '@gatehouse/contract'
import type { BudgetOptions } from '@gatehouse/oci-client'
import { Type, type Static } from 'typebox'

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })

/**
 * The principals that OCI provides to a process on a compute instance, a function or container instance, or an OKE pod. See
 * docs.oracle.com/iaas/Content/API/Concepts/sdk_authentication_methods.htm.
 */
export const PlatformPrincipal = Type.Union([
  Type.Literal('instance'),
  Type.Literal('resource'),
  Type.Literal('workload'),
])
export type PlatformPrincipal = Static<typeof PlatformPrincipal>

/** One entry under `connections` of the file. */
export const FileConnection = Type.Object(
  {
    id: ConnectionId,
    /** Shown to people; the id when absent. */
    name: Type.Optional(Name),
    /** A profile of the OCI configuration file. */
    profile: Type.Optional(Name),
    /** Instead of a profile: sign as the platform that runs this process. */
    principal: Type.Optional(PlatformPrincipal),
    /** The profile's own when absent. */
    region: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9.-]*$' })),
    /** All three when absent. */
    services: Type.Optional(Type.Array(ServiceId, { minItems: 1 })),
    /** Every compartment that the principal may see when absent. */
    compartments: Type.Optional(Type.Array(Ocid, { minItems: 1 })),
    /** Instead of OCI's own addresses: a private endpoint, or a sandbox. */
    endpoint: Type.Optional(Type.String({ pattern: '^https?://[^?#@]+$' })),
    /** The budget per service. */
    budget: Type.Optional(
      Type.Object(
        {
          /** Calls in flight; 16 when absent. */
          inFlight: Type.Optional(Type.Integer({ minimum: 1, maximum: 64 })),
          /** Calls per second, on average; 40 when absent. */
          perSecond: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1000 })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)

/** One entry under `people` of the file. */
export const FilePerson = Type.Object(
  {
    /** The name of the account. */
    name: Name,
    /** The account's id. When absent, the keys are for the first account that has the name. */
    account: Type.Optional(Type.String({ format: 'uuid' })),
    /** By connection: the profile whose key signs this person's decisions and actions there. */
    profiles: Type.Record(Type.String(), Name),
  },
  { additionalProperties: false },
)

export const ConnectionsFile = Type.Object(
  { connections: Type.Optional(Type.Array(FileConnection)), people: Type.Optional(Type.Array(FilePerson)) },
  { additionalProperties: false },
)
export type ConnectionsFile = Static<typeof ConnectionsFile>

/** A tenancy and region, with the profile that signs there. */
export interface ConnectionConfig {
  id: string
  name: string
  signer: SignerConfig
  region: string | null
  services: readonly ServiceId[]
  compartments: readonly string[] | null
  endpoint: string | null
  budget: BudgetOptions
}

/** The shared principal, for people without their own profile. */
export type SignerConfig = { profile: string } | { principal: PlatformPrincipal }

/** A person with profiles of their own, by connection. */
export interface PersonConfig {
  name: string
  account?: string | undefined
  profiles: Readonly<Record<string, string>>
}

const allServices: readonly ServiceId[] = ['desktops', 'operator-access-control', 'delegate-access-control']

export const toConnectionConfig = (entry: Static<typeof FileConnection>): ConnectionConfig => ({
  id: entry.id,
  name: entry.name ?? entry.id,
  signer: entry.principal === undefined ? { profile: entry.profile ?? 'DEFAULT' } : { principal: entry.principal },
  region: entry.region ?? null,
  services: entry.services ?? allServices,
  compartments: entry.compartments ?? null,
  endpoint: entry.endpoint ?? null,
  budget: entry.budget ?? {},
})
