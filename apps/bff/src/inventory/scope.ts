import type { CompartmentRef, Connection } from '@gatehouse/contract'
import type { BffConnection, Keyring } from '../keyring/keyring.ts'
import type { PlaceIds } from './noun.ts'

/** The places that a person may see. Everywhere, until permissions are bound to places. */
export type Visible = { is: 'everywhere' }

export const everywhere: Visible = { is: 'everywhere' }

/**
 * Which places a query is about: all of the connections, or per connection a set of compartments. Null: everywhere.
 */
export type ScopePlaces = ReadonlyMap<Connection['id'], ReadonlySet<string> | 'all'> | null

/**
 * Reads a scope: `frankfurt`, `region:eu-frankfurt-1`, or `frankfurt/ocid1.compartment…` with all compartments below it.
 * A scope that names nothing that exists holds no places. A further kind of `Visible` does not compile until it is handled here.
 */
export const placesOf = (scope: string | undefined, keyring: Keyring, visible: Visible): Promise<ScopePlaces> =>
  readers[visible.is](scope, keyring)

const readers: Record<Visible['is'], (scope: string | undefined, keyring: Keyring) => Promise<ScopePlaces>> = {
  everywhere: placesOfScope,
}

async function placesOfScope(scope: string | undefined, keyring: Keyring): Promise<ScopePlaces> {
  if (scope === undefined) return null
  if (scope.startsWith('region:')) {
    const region = scope.slice('region:'.length)
    return new Map(keyring.connections.filter((one) => one.region === region).map(({ id }) => [id, 'all']))
  }
  const [connectionId = '', compartmentId] = scope.split('/', 2)
  const connection = keyring.connections.find(({ id }) => id === connectionId)
  if (!connection) return new Map()
  if (compartmentId === undefined) return new Map([[connectionId, 'all']])
  return new Map([[connectionId, await compartmentsBelow(connection, compartmentId)]])
}

async function compartmentsBelow(connection: BffConnection, compartmentId: string): Promise<ReadonlySet<string>> {
  const compartments = await connection.compartments().catch((): CompartmentRef[] => [])
  const top = compartments.find(({ id }) => id === compartmentId)
  const isRoot = compartmentId === connection.tenancyId
  const below = compartments.filter(({ path }) => top && (isRoot || path.startsWith(`${top.path} / `)))
  return new Set([compartmentId, ...below.map(({ id }) => id)])
}

export const isIn = (places: ScopePlaces, { connectionId, compartmentId }: Omit<PlaceIds, 'service'>): boolean => {
  if (places === null) return true
  const compartments = places.get(connectionId)
  return compartments === 'all' || (compartments?.has(compartmentId) ?? false)
}

/** Names the places in the key of a cached window. */
export const scopeKey = (places: ScopePlaces): string =>
  places === null
    ? '*'
    : [...places]
        .map(([id, compartments]) => (compartments === 'all' ? id : `${id}/${[...compartments].join(',')}`))
        .join(' ')
