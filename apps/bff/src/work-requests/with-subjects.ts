import type { AccessRequestSummary, Desktop, DesktopPoolSummary, WorkRequest } from '@gatehouse/contract'
import type { Kysely } from 'kysely'
import { itemKey, itemsByKey } from '../inventory/items.ts'
import type { Tables } from '../store/tables.ts'

/**
 * Adds what each work request works on: its first resource, or the known thing that this lies in, such as the pool of a
 * desktop. Null while no resource is known by name.
 */
export async function withSubjects(workRequests: readonly WorkRequest[], db: Kysely<Tables>): Promise<WorkRequest[]> {
  const keys = workRequests.flatMap(({ connectionId, resources }) => resources.map(({ id }) => ({ connectionId, id })))
  const subjects = await Promise.all([
    itemsByKey<Desktop>(db, 'desktops', keys),
    itemsByKey<DesktopPoolSummary>(db, 'desktop-pools', keys),
    itemsByKey<AccessRequestSummary>(db, 'access-requests', keys),
  ])

  return workRequests.map((workRequest) => {
    const { connectionId } = workRequest
    const nameOf = (id: string) =>
      subjects.map((items) => items.get(itemKey({ connectionId, id }))?.name).find(Boolean) ?? null
    const [first] = workRequest.resources
    const named = workRequest.resources.find(({ id }) => nameOf(id) !== null)
    const name = named && nameOf(named.id)
    const subject = named && name && first ? { id: named.id, name, isWithin: named.id !== first.id } : null
    return { ...workRequest, subject }
  })
}
