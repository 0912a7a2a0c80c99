import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { PostgresTarget } from '../../store/postgres/target.ts'
import type { Store } from '../../store/store.ts'
import type { Replicas } from '../replicas.ts'
import { channelName, createChannel } from './channel.ts'
import { startHeads } from './heads.ts'
import { leaseRows } from './lease-rows.ts'
import { createPostgresLeases, leaseTimes } from './leases.ts'
import { tokensInStore } from './tokens.ts'
import { openLink, type Link, type LinkLog } from './link.ts'

/** A notification takes 8,000 bytes (postgresql.org/docs/current/sql-notify.html), and a name of a lease up to 350. */
const namesPerMessage = 16

/** Joins the other replicas that serve this database. */
export async function joinReplicas(
  target: PostgresTarget,
  store: Pick<Store, 'db' | 'reader'>,
  log: LinkLog,
): Promise<Replicas> {
  // Names the process for the people who look at the table of leases.
  const id = `${hostname()}/${process.pid}/${randomUUID()}`
  const channel = createChannel(() => link, id)
  const link: Link = await openLink({
    target,
    listenTo: channelName,
    onNotice: (payload) => channel.receive(payload),
    log,
  })
  const leases = createPostgresLeases({
    rows: leaseRows(link, id, leaseTimes.leaseMs),
    holder: id,
    onReleased(names) {
      for (let start = 0; start < names.length; start += namesPerMessage)
        channel.send({ is: 'leases-released', names: names.slice(start, start + namesPerMessage) })
    },
  })
  channel.on('leases-released', ({ names }) => leases.released(names))
  const stopHeads = startHeads({ reader: store.reader, onHead: (head) => channel.deliver(head) })
  return {
    areSeveral: true,
    leases,
    channel,
    budgetOf: (connectionId) => tokensInStore(store.db, connectionId),
    async close() {
      await stopHeads()
      await leases.close()
      await channel.flush()
      await link.close()
    },
  }
}
