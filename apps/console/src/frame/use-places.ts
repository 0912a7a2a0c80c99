import type { Connection, Unread } from '@gatehouse/contract'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { connectionsQuery } from '../api/connections.ts'
import { inWords } from '../ui/in-words.ts'
import type { UnreadPlace } from '../ui/StaleStrip.tsx'
import { isInScope, readScope, type Placed } from './scope.ts'

const none: Connection[] = []

/** The connections by name, and the scope in the address. */
export function usePlaces() {
  const { data } = useQuery(connectionsQuery)
  const [params] = useSearchParams()
  const connections = data?.items ?? none
  const scope = readScope(params.get('scope'))
  const connectionName = (connectionId: string) =>
    connections.find(({ id }) => id === connectionId)?.name ?? connectionId
  const compartments = connections.flatMap((connection) => connection.compartments)
  const regionOf = (connectionId: string) => connections.find(({ id }) => id === connectionId)?.region ?? null
  return {
    connections,
    scope,
    /** The name of a connection, or its id until the connections are loaded. */
    connectionName,
    regionOf,
    /** `Frankfurt, eu-frankfurt-1` */
    connectionInFull: (connectionId: string) =>
      [connectionName(connectionId), regionOf(connectionId)].filter(Boolean).join(', '),
    /** The chips for compartment and connection, which every list has. */
    placeFacets: [
      {
        id: 'compartment',
        label: 'Compartment',
        name: (id: string) => compartments.find((compartment) => compartment.id === id)?.path || undefined,
      },
      { id: 'connection', label: 'Connection', name: connectionName },
    ],
    /** Whether an entry of the ledger is in the scope. Lists are read within it. */
    inScope: (placed: Placed) => isInScope(scope, connections, placed),
    /** Places that could not be read, in words. */
    unreadPlaces: (unread: readonly Unread[]) => unread.map((each) => toUnreadPlace(each, connections)),
  }
}

const serviceNames: Record<string, string> = {
  desktops: 'Secure Desktops',
  'operator-access-control': 'Operator Access Control',
  'delegate-access-control': 'Delegate Access Control',
}

/** The name of an OCI service. */
export const serviceName = (service: string) => serviceNames[service] ?? inWords(service)

function toUnreadPlace(
  { connectionId, compartment, service, reason, since, opcRequestId }: Unread,
  connections: readonly Connection[],
): UnreadPlace {
  const connection = connections.find(({ id }) => id === connectionId)?.name ?? connectionId
  const where = compartment ? `${connection} / ${compartment.path || compartment.name}` : connection
  return { place: `${where}, ${serviceName(service)}`, reason, since, opcRequestId }
}
