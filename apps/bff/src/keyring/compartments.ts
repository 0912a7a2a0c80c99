import type { CompartmentRef } from '@gatehouse/contract'
import type { Identity } from '@gatehouse/oci-api'
import type { OciClient } from '@gatehouse/oci-client'
import { toProblem, type Problem } from '../problem.ts'

const freshMs = 10 * 60_000

/** Callers within this time after a failed read get the same failure. */
const failedMs = 5_000

interface CompartmentsOptions {
  client: OciClient
  tenancyId: string
  /** The ids to read. Null: the whole tree below the root. */
  only: readonly string[] | null
  now: () => number
}

interface Tree {
  tenancyName: string | null
  list: CompartmentRef[]
  byId: Map<string, CompartmentRef>
}

/** Caches the compartments of a connection for ten minutes. Concurrent callers share one read. */
export function createCompartments({ client, tenancyId, only, now }: CompartmentsOptions) {
  let tree: Tree | undefined
  let lastMs = -Infinity
  let failure: Problem | undefined
  let reading: Promise<Tree> | undefined

  async function refresh(): Promise<Tree> {
    try {
      tree = only ? await readOnly(client, tenancyId, only) : await readTree(client, tenancyId)
      failure = undefined
      return tree
    } catch (error) {
      failure = toProblem(error)
      // Compartments change rarely, so the last tree is still useful.
      if (tree) return tree
      throw failure
    } finally {
      lastMs = now()
      reading = undefined
    }
  }

  return {
    async read(): Promise<CompartmentRef[]> {
      const ageMs = now() - lastMs
      if (tree && !failure && ageMs < freshMs) return tree.list
      if (failure && ageMs < failedMs) {
        if (tree) return tree.list
        throw failure
      }
      reading ??= refresh()
      return (await reading).list
    },
    find: (id: string): CompartmentRef | null => tree?.byId.get(id) ?? null,
    tenancyName: (): string | null => tree?.tenancyName ?? null,
  }
}

async function readTree(client: OciClient, tenancyId: string): Promise<Tree> {
  const [tenancyName, compartments] = await Promise.all([
    readTenancyName(client, tenancyId),
    Array.fromAsync(
      client.items('identity.listCompartments', {
        compartmentId: tenancyId,
        compartmentIdInSubtree: true,
        accessLevel: 'ACCESSIBLE',
        lifecycleState: 'ACTIVE',
        limit: 1000,
      }),
    ),
  ])
  return treeOf(tenancyId, tenancyName, compartments)
}

/** Null when the name cannot be read. It is only for display, and needs a permission of its own. */
const readTenancyName = (client: OciClient, tenancyId: string) =>
  client.call('identity.getTenancy', { tenancyId }).then(
    ({ body }) => body.name ?? null,
    () => null,
  )

async function readOnly(client: OciClient, tenancyId: string, only: readonly string[]): Promise<Tree> {
  const [tenancyName, ...compartments] = await Promise.all([
    readTenancyName(client, tenancyId),
    ...only.map(async (compartmentId) => {
      if (compartmentId === tenancyId) return null
      return (await client.call('identity.getCompartment', { compartmentId })).body
    }),
  ])
  const tree = treeOf(
    tenancyId,
    tenancyName,
    compartments.filter((one) => one !== null),
  )
  const list = only.flatMap((id) => tree.byId.get(id) ?? [])
  return { ...tree, list }
}

/** Sorted by path, the root first. Paths begin below the root and leave out parents that the principal cannot see. */
function treeOf(tenancyId: string, tenancyName: string | null, compartments: readonly Identity.Compartment[]): Tree {
  const wire = new Map(compartments.map((one) => [one.id, one]))
  const pathOf = (one: Identity.Compartment, below: ReadonlySet<string> = new Set()): string => {
    const parent = wire.get(one.compartmentId)
    // OCI has no cycles. This guard keeps a malformed reply from recursing forever.
    if (!parent || below.has(parent.id)) return one.name
    return `${pathOf(parent, new Set([...below, one.id]))} / ${one.name}`
  }
  const rootName = tenancyName ?? 'root'
  const root: CompartmentRef = { id: tenancyId, name: rootName, path: rootName }
  const below = compartments
    .map((one): CompartmentRef => ({ id: one.id, name: one.name, path: pathOf(one) }))
    .sort((a, b) => a.path.localeCompare(b.path, 'en'))
  const list = [root, ...below]
  return { tenancyName, list, byId: new Map(list.map((one) => [one.id, one])) }
}
