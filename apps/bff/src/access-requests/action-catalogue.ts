import type { AccessService, RequestedAction } from '@gatehouse/contract'
import type { BffConnection } from '../keyring/keyring.ts'
import { createCache } from '../live/cache.ts'

/** Oracle's description of an action, independent of any control. */
export interface CataloguedAction extends Omit<RequestedAction, 'preApproved'> {
  id: string
}

/** How long the catalogues are cached. Oracle changes them rarely. */
const keepMs = 10 * 60_000

/**
 * The actions of both services with their texts. The lists are incomplete, so each requested action is also read by itself.
 * If that read fails, the entry of the list is used.
 */
export function createActionCatalogue() {
  const lists = createCache<CataloguedAction[]>(keepMs)
  const actions = createCache<CataloguedAction>(keepMs)

  return {
    /** The actions with these names or OCIDs, in that order; null for one that the catalogue does not have. */
    async find(
      connection: BffConnection,
      service: AccessService,
      namesOrIds: readonly string[],
    ): Promise<(CataloguedAction | null)[]> {
      if (namesOrIds.length === 0) return []
      const { list, get } = readers[service]
      const all = await lists.getOrRead(`${connection.id}/${service}`, () => list(connection))
      return Promise.all(
        namesOrIds.map(async (nameOrId) => {
          const listed = all.find(({ id, name }) => id === nameOrId || name === nameOrId)
          if (!listed) return null
          return actions
            .getOrRead(`${connection.id}/${listed.id}`, () => get(connection, listed.id))
            .catch(() => listed)
        }),
      )
    },
  }
}

export type ActionCatalogue = ReturnType<typeof createActionCatalogue>

interface Readers {
  list: (connection: BffConnection) => Promise<CataloguedAction[]>
  get: (connection: BffConnection, id: string) => Promise<CataloguedAction>
}

/** Actions belong to the tenancy, not to a compartment. */
const readers: Record<AccessService, Readers> = {
  'operator-access-control': {
    async list({ client, tenancyId }) {
      const items = client.items('operator-access-control.listOperatorActions', { compartmentId: tenancyId })
      return Array.fromAsync(items, toCatalogued)
    },
    async get({ client }, operatorActionId) {
      const { body } = await client.call('operator-access-control.getOperatorAction', { operatorActionId })
      return toCatalogued(body)
    },
  },
  'delegate-access-control': {
    async list({ client, tenancyId }) {
      const items = client.items('delegate-access-control.listServiceProviderActions', { compartmentId: tenancyId })
      return Array.fromAsync(items, toCatalogued)
    },
    async get({ client }, serviceProviderActionId) {
      const { body } = await client.call('delegate-access-control.getServiceProviderAction', {
        serviceProviderActionId,
      })
      return toCatalogued(body)
    },
  },
}

interface WireAction {
  id: string
  name: string
  customerDisplayName?: string
  component?: string
  description?: string
  isSshAccessAllowed?: boolean
  properties?: { name?: string; value?: string }[]
}

function toCatalogued(wire: WireAction): CataloguedAction {
  const properties = (wire.properties ?? []).map(({ name = '', value = '' }) => ({ name, value }))
  return {
    id: wire.id,
    name: wire.name,
    displayName: wire.customerDisplayName ?? null,
    layer: wire.component ?? null,
    description: wire.description ?? null,
    sshAllowed: wire.isSshAccessAllowed ?? sshAmong(properties),
    properties,
  }
}

/** Operator Access Control has no field for it. Some actions have it as a property. */
function sshAmong(properties: readonly { name: string; value: string }[]): boolean | null {
  const value = properties.find(({ name }) => /ssh/i.test(name))?.value.toLowerCase()
  return value === 'true' || value === 'false' ? value === 'true' : null
}
