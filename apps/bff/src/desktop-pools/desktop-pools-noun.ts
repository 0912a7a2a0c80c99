import type { DesktopPoolSummary } from '@gatehouse/contract'
import type { Desktops } from '@gatehouse/oci-api'
import { declareNoun, type Found, type Place, type PlaceReading } from '../inventory/noun.ts'
import { listCall, pagesOf } from '../inventory/list-call.ts'
import { readDetails } from './pool-details.ts'
import { poolRow } from './pool-row.ts'
import { freeSeats, isPoolMoving } from './pool-trouble.ts'
import { namePoolsOfDesktops, refreshUsage, usageIn } from './pool-usage-rows.ts'
import { toDesktopPoolSummary } from './to-desktop-pool.ts'

/** Desktop pools, with the usage of each as its desktops were last read. */
export const desktopPoolsNoun = declareNoun<DesktopPoolSummary, 'desktop-pools'>({
  permission: 'desktop-pools:read',
  services: ['desktops'],
  read: readPools,
  ...poolRow,
  filters: { state: { column: 'state' }, health: { column: 'health' } },
  sorts: {
    name: 'name_key',
    attention: 'attention',
    state: 'state_rank',
    compartment: 'compartment_key',
    connection: 'connection_id',
    size: 'size',
    use: 'connected',
    next: 'next_at',
    connected: 'connected',
    disconnected: 'disconnected',
    standby: 'standby',
    stopped: 'stopped',
    free: 'free',
    created: 'created_at',
  },
  defaultSort: 'name',
  isMoving: isPoolMoving,
  isKept: false,
  hasOtherWriters: true,
  needs: ['desktops'],
  async afterWrite({ transaction, place, bump, nowMs }) {
    await refreshUsage(transaction, place, () => bump('desktop-pools'), nowMs)
    await namePoolsOfDesktops(transaction, place, () => bump('desktops'))
  },
  file: [
    ['name', ({ name }) => name],
    ['state', ({ state }) => state],
    ['compartment', ({ compartment }) => compartment?.path ?? null],
    ['connection', ({ connectionId }) => connectionId],
    ['maximumSize', ({ maximumSize }) => maximumSize],
    ['standbySize', ({ standbySize }) => standbySize],
    ['connected', ({ usage }) => usage?.connected ?? null],
    ['disconnected', ({ usage }) => usage?.disconnected ?? null],
    ['standby', ({ usage }) => usage?.standby ?? null],
    ['notRunning', ({ usage }) => usage?.stopped ?? null],
    ['free', freeSeats],
    ['nextAction', ({ nextAction }) => nextAction?.action ?? null],
    ['nextActionAt', ({ nextAction }) => nextAction?.at ?? null],
    ['createdAt', ({ createdAt }) => createdAt],
    ['id', ({ id }) => id],
  ],
})

async function* readPools(
  { connection, compartment, service }: Place,
  { signal, sourcesOf, db }: PlaceReading,
): AsyncGenerator<Found<DesktopPoolSummary>[]> {
  const pages = connection.client.pages(
    'desktops.listDesktopPools',
    { compartmentId: compartment.id, limit: 500 },
    listCall(signal),
  )
  for await (const rows of pagesOf<Desktops.DesktopPoolSummary>(pages)) {
    const [sources, usage] = await Promise.all([
      sourcesOf(rows.map(({ id }) => id)),
      usageIn(db, { connectionId: connection.id, service, compartmentId: compartment.id }),
    ])
    const found: Found<DesktopPoolSummary>[] = []
    // One call at a time: the number of places that are read concurrently already sets the concurrency.
    for (const row of rows) {
      const details = await readDetails(connection, row, sources.get(row.id), signal)
      const item = toDesktopPoolSummary(connection, row, details?.pool ?? null, usage(row.id))
      found.push(details ? { item, source: details.source } : { item })
    }
    yield found
  }
}
