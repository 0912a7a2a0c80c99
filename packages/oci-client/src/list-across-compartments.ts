import type { OperationInput } from '@gatehouse/oci-api'
import type { OciCallOptions } from './call.ts'
import { OciError } from './error.ts'
import type { ListOperationId, OperationItem, Paging } from './paging.ts'

/** One compartment in one region. */
export interface CompartmentInRegion {
  readonly region: string
  readonly compartmentId: string
}

/** The items that could be listed, and the places that failed. */
export interface ListingAcrossCompartments<Item> {
  /** In the order of the regions, then of the compartments, then of OCI. */
  readonly items: readonly (CompartmentInRegion & { readonly item: Item })[]
  /** The places whose list is missing or incomplete, in the same order. */
  readonly failures: readonly (CompartmentInRegion & { readonly error: OciError })[]
}

/** The list operations that need a compartment. */
export type CompartmentListId = {
  [Id in ListOperationId]: OperationInput<Id> extends { compartmentId: string } ? Id : never
}[ListOperationId]

/** What to list, where, and how. The call options apply to each page separately. */
export interface ListAcrossOptions<Id extends CompartmentListId> extends OciCallOptions {
  readonly operation: Id
  /** The other input of the operation: filters, a sort, a limit per page. */
  readonly input?: Omit<OperationInput<Id>, 'compartmentId' | 'page'> | undefined
  /** A client for each region, by the region's name. */
  readonly clients: ReadonlyMap<string, Pick<Paging, 'items'>>
  /** The same in every region; the results are in their order. */
  readonly compartmentIds: readonly string[]
  /** How many compartments of a region are read concurrently. 16, the default of a budget. */
  readonly atOnce?: number | undefined
}

/**
 * Runs one list operation in many compartments of many regions, in parallel. At most `atOnce` compartments per region are
 * read at a time, so that a call does not spend its deadline in the budget's queue. A failing compartment is listed in
 * `failures`, and its items read so far are kept. Rejects only with `bad-input`, which would fail everywhere.
 */
export async function listAcrossCompartments<Id extends CompartmentListId>({
  operation,
  input,
  clients,
  compartmentIds,
  atOnce = 16,
  ...callOptions
}: ListAcrossOptions<Id>): Promise<ListingAcrossCompartments<OperationItem<Id>>> {
  async function read(client: Pick<Paging, 'items'>, where: CompartmentInRegion) {
    const items: OperationItem<Id>[] = []
    try {
      const whole = { ...input, compartmentId: where.compartmentId } as OperationInput<Id> // complete except `page`, which `items` sets
      for await (const item of client.items(operation, whole, callOptions)) items.push(item)
      return { ...where, items, error: undefined }
    } catch (error) {
      if (!(error instanceof OciError) || error.kind === 'bad-input') throw error
      return { ...where, items, error }
    }
  }

  const regions = await Promise.all(
    Array.from(clients, ([region, client]) =>
      inOrder(compartmentIds, atOnce, (compartmentId) => read(client, { region, compartmentId })),
    ),
  )
  const lists = regions.flat()
  return {
    items: lists.flatMap(({ region, compartmentId, items }) => items.map((item) => ({ region, compartmentId, item }))),
    failures: lists.flatMap(({ region, compartmentId, error }) => (error ? [{ region, compartmentId, error }] : [])),
  }
}

/** Runs `work` for all inputs, `atOnce` at a time. The results are in the order of the inputs. */
async function inOrder<In, Out>(inputs: readonly In[], atOnce: number, work: (input: In) => Promise<Out>) {
  const results: Out[] = Array.from({ length: inputs.length })
  const rest = inputs.entries()
  const worker = async () => {
    for (const [index, input] of rest) results[index] = await work(input)
  }
  await Promise.all(Array.from({ length: atOnce >= 1 ? Math.min(atOnce, inputs.length) : 1 }, worker))
  return results
}
