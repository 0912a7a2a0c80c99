import type { AccessRequestSummary, Desktop, DesktopPoolSummary, WorkRequest } from '@gatehouse/contract'
import type { Kysely } from 'kysely'
import { itemsById } from '../inventory/items.ts'
import type { Tables } from '../store/tables.ts'

/**
 * Adds what each work request works on: its first resource, or the known thing that this lies in, such as the pool of a
 * desktop. Null while no resource is known by name.
 */
export async function withSubjects(workRequests: readonly WorkRequest[], db: Kysely<Tables>): Promise<WorkRequest[]> {
  const ids = [...new Set(workRequests.flatMap(({ resources }) => resources.map(({ id }) => id)))]
  if (ids.length === 0) return [...workRequests]
  const [desktops, desktopPools, accessRequests] = await Promise.all([
    itemsById<Desktop>(db, 'desktops', ids),
    itemsById<DesktopPoolSummary>(db, 'desktop-pools', ids),
    itemsById<AccessRequestSummary>(db, 'access-requests', ids),
  ])
  const nameOf = (id: string) =>
    desktops.get(id)?.name ?? desktopPools.get(id)?.name ?? accessRequests.get(id)?.name ?? null

  return workRequests.map((workRequest) => {
    const [first] = workRequest.resources
    const named = workRequest.resources.find(({ id }) => nameOf(id) !== null)
    const name = named && nameOf(named.id)
    const subject = named && name && first ? { id: named.id, name, isWithin: named.id !== first.id } : null
    return { ...workRequest, subject }
  })
}
