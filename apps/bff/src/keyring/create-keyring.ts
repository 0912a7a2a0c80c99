import type { ServiceId, Signer } from '@gatehouse/contract'
import { createBudget, type BudgetOptions, type OciClient, type Principal } from '@gatehouse/oci-client'
import { keyOf } from '../users/users.ts'
import { Problem } from '../problem.ts'
import { clientOpener, type ClientSettings } from './clients.ts'
import { createCompartments } from './compartments.ts'
import type { KeyBindings } from './key-bindings.ts'
import type { BffConnection, Keyring } from './keyring.ts'

/** A principal that signs calls to OCI. */
export interface SigningIdentity {
  principal: Principal
  /** Null when the principal is not a user. */
  ociUserId: string | null
}

/** A key that signs for one person. */
export interface PersonalIdentity extends SigningIdentity {
  /** The id of the account it is for; undefined for the first account that has the name. */
  account?: string | undefined
}

/** A connection and its signing identities, read from profiles or from the sandbox. */
export interface ConnectionOptions {
  id: string
  name: string
  region: string
  tenancyId: string
  /** Replaces OCI's own endpoints. Null: use those. */
  endpoint: string | null
  services: readonly ServiceId[]
  /** Null: all compartments that the shared principal may see. */
  compartments: readonly string[] | null
  /** The budget that all its clients share, per service. Missing values take the OCI client's defaults. */
  budget: BudgetOptions
  shared: SigningIdentity
  /** By the name of the person. */
  personal: ReadonlyMap<string, PersonalIdentity>
}

export interface KeyringSettings extends ClientSettings {
  now?: () => number
  /** Which account owns each personal key. Without bindings, as in the sandbox, a key matches any account of its name. */
  bindings?: KeyBindings | undefined
}

/** Creates the clients of all connections. Throws an OciError when a region, an endpoint or the proxy is invalid. */
export function createKeyring(options: readonly ConnectionOptions[], settings: KeyringSettings = {}): Keyring {
  const opened: OciClient[] = []
  const open = clientOpener(settings)
  const connections = options.map((one) => {
    const { id: connectionId, region, endpoint } = one
    const budget = createBudget({ ...one.budget, tokens: settings.replicas?.budgetOf(connectionId) })
    const openClient = ({ principal }: SigningIdentity) => {
      const client = open({ connectionId, region, endpoint, principal, budget })
      opened.push(client)
      return client
    }
    return toConnection(one, openClient, settings)
  })

  return {
    connections,
    get(connectionId) {
      const connection = connections.find(({ id }) => id === connectionId)
      if (!connection) throw new Problem('not_found', `There is no connection named "${connectionId}".`)
      return connection
    },
    signersOf: (person) =>
      connections.map((connection): Signer => {
        const { ociUserId, own } = connection.clientFor(person)
        return { connectionId: connection.id, ociUserId, own }
      }),
    async checkKeys() {
      for (const { id, shared, personal } of options) {
        for (const { principal } of [shared, ...personal.values()]) {
          try {
            await principal.keyId()
            await principal.key()
          } catch (cause) {
            throw new Problem('unavailable', `A key or token of the connection "${id}" cannot be used.`, { cause })
          }
        }
      }
    },
    async close() {
      await Promise.all([...opened.map((client) => client.close()), settings.bindings?.close()])
    },
  }
}

function toConnection(
  options: ConnectionOptions,
  openClient: (identity: SigningIdentity) => OciClient,
  { bindings, now = Date.now }: KeyringSettings,
): BffConnection {
  const { id, name, region, tenancyId, services, shared } = options
  const client = openClient(shared)
  const personal = new Map(
    [...options.personal].map(([person, identity]) => [
      keyOf(person),
      { client: openClient(identity), ociUserId: identity.ociUserId, own: true },
    ]),
  )
  const compartments = createCompartments({ client, tenancyId, only: options.compartments, now })
  return {
    id,
    name,
    region,
    tenancyId,
    services,
    client,
    ociUserId: shared.ociUserId,
    clientFor(person) {
      const own = personal.get(keyOf(person.name))
      if (own && (bindings?.isOwner(id, person) ?? true)) return own
      return { client, ociUserId: shared.ociUserId, own: false }
    },
    compartments: () => compartments.read(),
    compartment: (compartmentId) => compartments.find(compartmentId),
    tenancyName: () => compartments.tenancyName(),
  }
}
