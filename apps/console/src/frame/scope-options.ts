import type { Connection } from '@gatehouse/contract'
import { writeScope, type Scope } from './scope.ts'

export interface ScopeOption {
  /** The value in the address. */
  value: string
  label: string
  /** The depth of the compartment in its tree. */
  depth: number
  note: string
  /** Why its compartments are not listed. */
  problem: string | null
}

export interface ScopeGroup {
  value: string
  items: ScopeOption[]
}

const option = (scope: Scope, label: string, note = '', depth = 0, problem: string | null = null): ScopeOption => ({
  value: writeScope(scope),
  label,
  depth,
  note,
  problem,
})

/** The options: everywhere, regions with several connections, connections with their compartments. */
export function scopeOptions(connections: readonly Connection[]): ScopeGroup[] {
  const regions = Map.groupBy(connections, ({ region }) => region)
  const shared = [...regions]
    .filter(([, within]) => within.length > 1)
    .map(([region]) => option({ kind: 'region', region }, region))
  return [
    { value: 'All', items: [option({ kind: 'all' }, 'Everywhere')] },
    ...(shared.length > 0 ? [{ value: 'Regions', items: shared }] : []),
    ...connections.map(({ id, name, region, compartments, problem }) => ({
      value: name,
      items: [
        option({ kind: 'connection', connectionId: id }, name, region, 0, problem),
        ...compartments
          .toSorted((a, b) => a.path.localeCompare(b.path))
          .filter(({ path }) => path !== '')
          .map((compartment) =>
            option(
              { kind: 'compartment', connectionId: id, compartmentId: compartment.id },
              compartment.path,
              '',
              compartment.path.split(' / ').length,
            ),
          ),
      ],
    })),
  ]
}
