import type { CompartmentRef, Connection } from '@gatehouse/contract'

/** The scope of all pages: everything, a region, a connection, or a compartment with its descendants. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'region'; region: string }
  | { kind: 'connection'; connectionId: string }
  | { kind: 'compartment'; connectionId: string; compartmentId: string }

const everywhere: Scope = { kind: 'all' }

/**
 * Reads the scope from the address: `?scope=frankfurt`, `?scope=region:eu-frankfurt-1`,
 * `?scope=frankfurt/ocid1.compartment…`.
 */
export function readScope(text: string | null): Scope {
  if (!text) return everywhere
  if (text.startsWith('region:')) return { kind: 'region', region: text.slice('region:'.length) }
  const [connectionId = '', compartmentId] = text.split('/', 2)
  return compartmentId ? { kind: 'compartment', connectionId, compartmentId } : { kind: 'connection', connectionId }
}

export function writeScope(scope: Scope): string {
  if (scope.kind === 'all') return ''
  if (scope.kind === 'region') return `region:${scope.region}`
  return scope.kind === 'connection' ? scope.connectionId : `${scope.connectionId}/${scope.compartmentId}`
}

/** A thing with a place. Without a compartment it is in no compartment's scope. */
export interface Placed {
  connectionId: string
  compartment?: CompartmentRef | null
}

/** Whether a thing is in the scope. */
export function isInScope(
  scope: Scope,
  connections: readonly Connection[],
  { connectionId, compartment }: Placed,
): boolean {
  if (scope.kind === 'all') return true
  if (scope.kind === 'region') return connections.find(({ id }) => id === connectionId)?.region === scope.region
  if (scope.connectionId !== connectionId) return false
  if (scope.kind === 'connection') return true
  if (!compartment) return false
  if (compartment.id === scope.compartmentId) return true
  const top = connections
    .find(({ id }) => id === connectionId)
    ?.compartments.find(({ id }) => id === scope.compartmentId)
  return top !== undefined && (top.path === '' || compartment.path.startsWith(`${top.path} / `))
}

/** A scope in words. */
export function scopeName(scope: Scope, connections: readonly Connection[]): string {
  if (scope.kind === 'all') return 'Everywhere'
  if (scope.kind === 'region') return scope.region
  const connection = connections.find(({ id }) => id === scope.connectionId)
  const name = connection?.name ?? scope.connectionId
  if (scope.kind === 'connection') return name
  const compartment = connection?.compartments.find(({ id }) => id === scope.compartmentId)
  return `${name} / ${compartment?.path || compartment?.name || 'unknown compartment'}`
}
