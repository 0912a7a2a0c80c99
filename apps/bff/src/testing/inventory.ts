import type { CompartmentRef, WorkRequest } from '@gatehouse/contract'
import { createInventory, type Inventory } from '../inventory/inventory.ts'
import type { InventoryPace } from '../inventory/pace.ts'
import type { Noun, Place } from '../inventory/noun.ts'
import type { BffConnection, Keyring } from '../keyring/keyring.ts'
import { nouns } from '../nouns.ts'
import { oneReplica } from '../replicas/one-replica.ts'
import type { Replicas } from '../replicas/replicas.ts'
import { openStore, type StoreTarget } from '../store/store.ts'
import { database } from './database.ts'
import { quickPace } from './pace.ts'

export const compartments: readonly CompartmentRef[] = ['root', 'east', 'west'].map((name) => ({
  id: `ocid1.compartment.oc1..${name}`,
  name,
  path: name,
}))

const connection = {
  id: 'frankfurt',
  region: 'eu-frankfurt-1',
  tenancyId: compartments[0]?.id ?? '',
  services: ['desktops'],
  compartments: () => Promise.resolve(compartments),
} as unknown as BffConnection // what the inventory uses of one

export const workRequest = (id: string, more: Partial<WorkRequest> = {}): WorkRequest => ({
  connectionId: 'frankfurt',
  service: 'desktops',
  id,
  operation: 'START_DESKTOP',
  state: 'SUCCEEDED',
  percentComplete: 100,
  compartment: null,
  resources: [],
  subject: null,
  acceptedAt: '2026-11-22T10:00:00.000Z',
  startedAt: '2026-11-22T10:00:01.000Z',
  finishedAt: '2026-11-22T10:00:05.000Z',
  forgottenAt: null,
  ...more,
})

/** OCI's side of one noun: what each compartment lists. A test may replace `list`. */
export interface ListedPlaces {
  /** The items of a compartment by its name; a compartment that is not named is empty. */
  items: Record<string, WorkRequest[]>
  list: (place: Place, signal: AbortSignal) => AsyncIterable<WorkRequest[]>
  /** The compartments that were read, in order. */
  reads: string[]
}

/** An inventory of work requests over three compartments, on a store of its own. */
export async function startInventory(
  options: { place?: StoreTarget; pace?: Partial<InventoryPace>; replicas?: Replicas } = {},
) {
  const place = options.place ?? (await database.create())
  const store = await openStore(place)
  const listed: ListedPlaces = {
    items: {},
    reads: [],
    async *list({ compartment }) {
      yield listed.items[compartment.name] ?? []
    },
  }
  const noun: Noun = {
    ...nouns['work-requests'],
    services: ['desktops'],
    needs: [],
    async *read(place, { signal }) {
      listed.reads.push(place.compartment.name)
      for await (const page of listed.list(place, signal)) yield page.map((item) => ({ item }))
    },
  }
  const errors: unknown[] = []
  const inventory: Inventory = await createInventory({
    store,
    keyring: { connections: [connection] } as unknown as Keyring, // what the inventory uses of one
    nouns: { ...nouns, 'work-requests': noun },
    replicas: options.replicas ?? oneReplica(),
    pace: { ...quickPace.inventoryPace, ...options.pace },
    keptMs: 1_000_000_000,
    log: { info: () => undefined, error: (details) => errors.push(details) },
  })
  return {
    store,
    inventory,
    listed,
    errors,
    async close() {
      await inventory.close()
      await store.close()
      if (options.place === undefined) await database.remove(place)
    },
  }
}
