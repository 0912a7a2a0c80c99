import type { Permission, ServiceId } from '@gatehouse/contract'
import type { CompartmentRef } from '@gatehouse/contract'
import type { Kysely, RawBuilder, Transaction } from 'kysely'
import type { BffConnection } from '../keyring/keyring.ts'
import type { InventoryRow, Tables } from '../store/tables.ts'

/** The nouns of the inventory, as the addresses of their lists spell them. */
export type NounName = 'desktop-pools' | 'desktops' | 'access-requests' | 'work-requests'

/** The table of each noun. */
export const tableOf = {
  'desktop-pools': 'desktop_pools',
  desktops: 'desktops',
  'access-requests': 'access_requests',
  'work-requests': 'work_requests',
} as const satisfies Record<NounName, keyof Tables>

export type TableOf<N extends NounName> = (typeof tableOf)[N]

/** What every item of the inventory has. */
export interface Item {
  connectionId: string
  id: string
}

/** One compartment of one service on one connection. */
export interface Place {
  connection: BffConnection
  service: ServiceId
  compartment: CompartmentRef
}

/** A place by its ids, as rows have it. */
export interface PlaceIds {
  connectionId: string
  service: ServiceId
  compartmentId: string
}

export const placeIds = ({ connection, service, compartment }: Place): PlaceIds => ({
  connectionId: connection.id,
  service,
  compartmentId: compartment.id,
})

/** What a read found: the item, and what the reader keeps for its next read. */
export interface Found<T> {
  item: T
  source?: string
}

export interface PlaceReading {
  signal: AbortSignal
  /** Reads what the last reads kept of these items, by id. */
  sourcesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  db: Kysely<Tables>
}

/** For what the rows of one noun change in those of another. */
export interface AfterWrite {
  transaction: Transaction<Tables>
  place: PlaceIds
  /** Moves the version of another noun, whose rows are written in the same transaction. */
  bump: (noun: NounName) => Promise<number>
  nowMs: number
}

/**
 * How a list filters by a column, or by more than a column. Only columns have counts. `isNarrow`: a value of it leaves few
 * rows, which an index finds.
 */
export type Filter = { column: string; isNarrow?: true } | { where: (values: readonly string[]) => RawBuilder<unknown> }

/** A noun of the inventory: how it is read at OCI, and what its lists search, filter and sort by. Declared once. */
export interface Noun<T extends Item = Item, N extends NounName = NounName> {
  name: N
  permission: Permission
  services: readonly ServiceId[]
  /** Reads all items of a place, a page at a time. */
  read(place: Place, reading: PlaceReading): AsyncIterable<readonly Found<T>[]>
  /** The row's own columns, but for those that another noun writes. */
  columns(item: T): Omit<Tables[TableOf<N>], keyof InventoryRow | 'pool_key'>
  /** The texts to search in. */
  search(item: T): readonly (string | null | undefined)[]
  /** By the contract's names. `connection` and `compartment` are filters of every noun. */
  filters: Readonly<Record<string, Filter>>
  /** By the contract's names: the column. */
  sorts: Readonly<Record<string, string>>
  /** As in the query: `-accepted` is descending. */
  defaultSort: string
  /** OCI is working on the item, so its place is read again soon. */
  isMoving(item: T): boolean
  /** Items that OCI no longer lists stay, for the configured time. */
  isKept: boolean
  /** How soon a new item is seen, in milliseconds: in places that ever held one, and elsewhere. */
  seenWithinMs?: { known: number; elsewhere: number }
  /** Whether the place holds something that leads to items of the noun, such as a control. Asked every ten minutes. */
  mayHold?(place: Place, signal: AbortSignal): Promise<boolean>
  /** Rows are also written while another noun is read, so the store is asked what they are before each read. */
  hasOtherWriters?: boolean
  /** Adds to the rows of a reply what other nouns know, such as names. */
  decorate?(rows: readonly T[], db: Kysely<Tables>): Promise<T[]>
  /** The nouns that `decorate` and `columns` read. */
  dependsOn?: readonly NounName[]
  /** Nouns that are polled while this one is watched, because its items show their names or numbers. */
  needs?: readonly NounName[]
  /** Runs in the transaction of a change, and of the first read of a place. */
  afterWrite?(written: AfterWrite): Promise<void>
  /** Names for the values of a filter, by value. */
  labels?: Readonly<
    Record<string, (values: readonly string[], db: Kysely<Tables>) => Promise<ReadonlyMap<string, string>>>
  >
  /** The columns of the list as a file: heading and value. */
  file: readonly (readonly [heading: string, value: (item: T) => string | number | null])[]
}

/** The nouns by name. */
export type Nouns = Readonly<Record<NounName, Noun>>

export const placeKey = ({ connectionId, service, compartmentId }: PlaceIds) =>
  `${connectionId}/${service}/${compartmentId}`

/** Checks a noun against its item and its table, and gives it as one of the nouns. */
export const declareNoun = <T extends Item, N extends NounName>(noun: Noun<T, N>): Noun => noun as unknown as Noun // its functions get the items that its own reader made
