import { Type, type Static } from 'typebox'
import { endpoint } from './endpoint.ts'
import { CompartmentRef, Nullable, ServiceId } from './shared.ts'

/** A tenancy and region that this console reaches, with the services and compartments that it reads. */
export const Connection = Type.Object({
  id: Type.String(),
  name: Type.String(),
  region: Type.String(),
  tenancy: Type.Object({ id: Type.String(), name: Nullable(Type.String()) }),
  services: Type.Array(ServiceId),
  compartments: Type.Array(CompartmentRef),
  /** Why the compartments could not be read, when they could not. */
  problem: Nullable(Type.String()),
})
export type Connection = Static<typeof Connection>

export const listConnections = endpoint({
  method: 'GET',
  url: '/api/connections',
  permission: 'signed-in',
  schema: {
    summary: 'The connections with their compartments',
    response: { 200: Type.Object({ items: Type.Array(Connection) }) },
  },
})
