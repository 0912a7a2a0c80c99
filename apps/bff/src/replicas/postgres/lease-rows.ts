import type { Link } from './link.ts'

/** Milliseconds since 1970 by the clock of the database, the only clock that all replicas share. */
export const databaseNowMs = '(extract(epoch from clock_timestamp()) * 1000)::bigint'

export interface WantedLease {
  name: string
  /** What the holder tells the others. */
  note: string | null
}

export interface FoundLease {
  name: string
  isHeld: boolean
  /** The note of the other holder. */
  note: string | null
}

/** The rows of leases, for one holder. */
export interface LeaseRows {
  /** Takes those that are free and renews those that are held. A lease that was taken in this moment is missing in the result. */
  renew(wanted: readonly WantedLease[]): Promise<FoundLease[]>
  release(names: readonly string[]): Promise<void>
}

/*
 * Free rows are chosen first, because an upsert locks also the rows that it then leaves alone. In the order of their names, so
 * that two replicas never wait for each other.
 */
const renewal = `
  with wanted as (
    select name, note from unnest($1::text[], $2::text[]) as wanted (name, note)
  ), free as (
    select wanted.name, wanted.note from wanted left join leases on leases.name = wanted.name
    where leases.name is null or leases.holder = $3 or leases.expires_at <= ${databaseNowMs}
    order by wanted.name
  ), held as (
    insert into leases (name, holder, expires_at, note)
    select name, $3, ${databaseNowMs} + $4::bigint, note from free
    on conflict (name) do update
      set holder = excluded.holder, expires_at = excluded.expires_at, note = excluded.note
      where leases.holder = excluded.holder or leases.expires_at <= ${databaseNowMs}
    returning name
  )
  select name, true as "isHeld", null as note from held
  union all
  select leases.name, false, leases.note from leases join wanted on wanted.name = leases.name
  where leases.holder <> $3 and leases.name not in (select name from held)`

export const leaseRows = (link: Pick<Link, 'query'>, holder: string, leaseMs: number): LeaseRows => ({
  renew: (wanted) =>
    link.query<FoundLease>(renewal, [wanted.map(({ name }) => name), wanted.map(({ note }) => note), holder, leaseMs]),
  async release(names) {
    await link.query('delete from leases where holder = $1 and name = any ($2::text[])', [holder, names])
  },
})
