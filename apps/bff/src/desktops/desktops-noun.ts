import type { Desktop, DesktopPoolSummary } from '@gatehouse/contract'
import type { Desktops } from '@gatehouse/oci-api'
import type { Kysely } from 'kysely'
import { namePoolsOfDesktops, refreshUsage } from '../desktop-pools/pool-usage-rows.ts'
import { itemKey, itemsById, itemsByKey } from '../inventory/items.ts'
import { listCall, pagesOf } from '../inventory/list-call.ts'
import { declareNoun, type Found, type Place, type PlaceReading } from '../inventory/noun.ts'
import { sortableInstant, sortKey, sortKeyOrNull } from '../inventory/sort-key.ts'
import type { Tables } from '../store/tables.ts'
import { toDesktop } from './to-desktop.ts'

/** The largest page known to work, because there are thousands of desktops. */
const pageSize = 1_000

const sessions: readonly Desktop['session'][] = ['connected', 'disconnected', 'standby', 'stopped']

const moving = new Set(['CREATING', 'UPDATING', 'DELETING'])

/** The desktops of all pools. Their pools count them. */
export const desktopsNoun = declareNoun<Desktop, 'desktops'>({
  name: 'desktops',
  permission: 'desktop-pools:read',
  services: ['desktops'],
  read: readDesktops,
  columns: (desktop) => ({
    name_key: sortKey(desktop.name ?? desktop.userName ?? desktop.id),
    user_key: sortKeyOrNull(desktop.userName),
    pool_id: desktop.poolId,
    state: desktop.state,
    session: desktop.session,
    session_rank: sessions.indexOf(desktop.session),
    last_action_at: sortableInstant(desktop.lastAction?.at ?? null),
    client_key: sortKeyOrNull(desktop.client),
    image_key: sortKeyOrNull(desktop.imageName),
    connected_at: sortableInstant(desktop.connectedAt),
    created_at: sortableInstant(desktop.createdAt),
  }),
  search: ({ name, userName, id }) => [name, userName, id],
  filters: { pool: { column: 'pool_id', isNarrow: true }, state: { column: 'state' }, session: { column: 'session' } },
  sorts: {
    name: 'name_key',
    user: 'user_key',
    pool: 'pool_key',
    state: 'state',
    session: 'session_rank',
    'last-action': 'last_action_at',
    client: 'client_key',
    image: 'image_key',
    connected: 'connected_at',
    created: 'created_at',
  },
  defaultSort: 'name',
  isMoving: ({ state }) => moving.has(state),
  isKept: false,
  dependsOn: ['desktop-pools'],
  needs: ['desktop-pools'],
  decorate: withPools,
  async afterWrite({ transaction, place, bump, nowMs }) {
    await refreshUsage(transaction, place, () => bump('desktop-pools'), nowMs)
    await namePoolsOfDesktops(transaction, place, () => bump('desktops'))
  },
  labels: { pool: poolNames },
  file: [
    ['name', ({ name }) => name],
    ['user', ({ userName }) => userName],
    ['pool', ({ pool, poolId }) => pool?.name ?? poolId],
    ['state', ({ state }) => state],
    ['session', ({ session }) => session],
    ['lastAction', ({ lastAction }) => lastAction?.action ?? null],
    ['lastActionAt', ({ lastAction }) => lastAction?.at ?? null],
    ['nextAction', ({ nextAction }) => nextAction?.action ?? null],
    ['nextActionAt', ({ nextAction }) => nextAction?.at ?? null],
    ['connectedAt', ({ connectedAt }) => connectedAt],
    ['client', ({ client }) => client],
    ['image', ({ imageName }) => imageName],
    ['createdAt', ({ createdAt }) => createdAt],
    ['compartment', ({ compartment }) => compartment?.path ?? null],
    ['connection', ({ connectionId }) => connectionId],
    ['id', ({ id }) => id],
  ],
})

async function* readDesktops(
  { connection, compartment }: Place,
  { signal }: PlaceReading,
): AsyncGenerator<Found<Desktop>[]> {
  const pages = connection.client.pages(
    'desktops.listDesktops',
    { compartmentId: compartment.id, limit: pageSize },
    listCall(signal),
  )
  for await (const rows of pagesOf<Desktops.DesktopSummary>(pages))
    yield rows.map((row) => ({ item: toDesktop(connection.id, compartment, row) }))
}

async function withPools(desktops: readonly Desktop[], db: Kysely<Tables>): Promise<Desktop[]> {
  const keyOf = ({ connectionId, poolId }: Desktop) => ({ connectionId, id: poolId })
  const pools = await itemsByKey<DesktopPoolSummary>(db, 'desktop-pools', desktops.map(keyOf))
  return desktops.map((desktop) => {
    const pool = pools.get(itemKey(keyOf(desktop)))
    return { ...desktop, pool: pool ? { name: pool.name, state: pool.state } : null }
  })
}

async function poolNames(ids: readonly string[], db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  const pools = await itemsById<DesktopPoolSummary>(db, 'desktop-pools', ids)
  return new Map([...pools].map(([id, { name }]) => [id, name]))
}
