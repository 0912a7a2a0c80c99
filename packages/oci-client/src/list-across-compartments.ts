import type { OperationInput } from '@gatehouse/oci-api'
import type { OciCallOptions } from './call.ts'
import { OciError } from './error.ts'
import type { ListOperationId, OperationItem, Paging } from './paging.ts'

/** A compartment as it is in one region: lists are kept apart by both. */
export interface CompartmentInRegion {
  readonly region: string
  readonly compartmentId: string
}

/** All that could be listed, and what could not. */
export interface ListingAcrossCompartments<Item> {
  /** In the order of the regions, then of the compartments, then of OCI. */
  readonly items: readonly (CompartmentInRegion & { readonly item: Item })[]
  /** Where a list is missing, or ends before its last page; in the same order. */
  readonly failures: readonly (CompartmentInRegion & { readonly error: OciError })[]
}

/** The list operations that are asked compartment by compartment. */
export type CompartmentListId = {
  [Id in ListOperationId]: OperationInput<Id> extends { compartmentId: string } ? Id : never
}[ListOperationId]

/** What to list, where, and how; the options of a call hold for each page on its own. */
export interface ListAcrossOptions<Id extends CompartmentListId> extends OciCallOptions {
  readonly operation: Id
  /** What else the operation takes: filters, a sort, a limit for each page. */
  readonly input?: Omit<OperationInput<Id>, 'compartmentId' | 'page'> | undefined
  /** A client for each region, by the region's name. */
  readonly clients: ReadonlyMap<string, Pick<Paging, 'items'>>
  /** The same in every region; the results are in their order. */
  readonly compartmentIds: readonly string[]
  /** How many compartments of a region are read at once. 16, as many as a budget lets in by default. */
  readonly atOnce?: number | undefined
}

/**
 * Lists the same in many compartments of many regions. The regions do not wait for one another, and no more is asked of
 * each at once than is likely to be let in by its budget, so that the time a call has is not spent in line. A compartment
 * that fails is named, with what was read of it kept; the rest is read all the same. Rejects only with `bad-input`, which
 * would be the same everywhere.
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
      const whole = { ...input, compartmentId: where.compartmentId } as OperationInput<Id> // all but the page, which is not needed
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

/** The results in the order of their inputs, a few at once. */
async function inOrder<In, Out>(inputs: readonly In[], atOnce: number, work: (input: In) => Promise<Out>) {
  const results: Out[] = Array.from({ length: inputs.length })
  const rest = inputs.entries()
  const worker = async () => {
    for (const [index, input] of rest) results[index] = await work(input)
  }
  await Promise.all(Array.from({ length: atOnce >= 1 ? Math.min(atOnce, inputs.length) : 1 }, worker))
  return results
}
