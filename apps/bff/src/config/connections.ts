import { ConnectionId, Ocid, ServiceId } from '@gatehouse/contract'
import type { BudgetOptions } from '@gatehouse/oci-client'
import { Type, type Static } from 'typebox'

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })

/**
 * What OCI gives a process by where it runs: a compute instance, a function or container instance, a pod on OKE. See
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
    /** Instead of a profile: what this process runs on signs. */
    principal: Type.Optional(PlatformPrincipal),
    /** The profile's own when absent. */
    region: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9.-]*$' })),
    /** All three when absent. */
    services: Type.Optional(Type.Array(ServiceId, { minItems: 1 })),
    /** Every compartment that the principal may see when absent. */
    compartments: Type.Optional(Type.Array(Ocid, { minItems: 1 })),
    /** Instead of OCI's own addresses: a private endpoint, or a sandbox. */
    endpoint: Type.Optional(Type.String({ pattern: '^https?://[^?#@]+$' })),
    /** How much it may ask of each service. */
    budget: Type.Optional(
      Type.Object(
        {
          /** Calls under way at once; 16 when absent. */
          inFlight: Type.Optional(Type.Integer({ minimum: 1, maximum: 64 })),
          /** Calls begun in a second, in the long run; 40 when absent. */
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

/** A tenancy and region to reach, with the profile that signs. */
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

/** Who signs where a person has no profile of their own. */
export type SignerConfig = { profile: string } | { principal: PlatformPrincipal }

/** A person with profiles of their own, by connection. */
export interface PersonConfig {
  name: string
  account?: string | undefined
  profiles: Readonly<Record<string, string>>
}

const allServices: readonly ServiceId[] = ['desktops', 'operator-access-control', 'delegate-access-control']

export const toConnectionConfig = (given: Static<typeof FileConnection>): ConnectionConfig => ({
  id: given.id,
  name: given.name ?? given.id,
  signer: given.principal === undefined ? { profile: given.profile ?? 'DEFAULT' } : { principal: given.principal },
  region: given.region ?? null,
  services: given.services ?? allServices,
  compartments: given.compartments ?? null,
  endpoint: given.endpoint ?? null,
  budget: given.budget ?? {},
})
