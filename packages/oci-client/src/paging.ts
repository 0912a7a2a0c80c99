import type { OperationId, OperationInput, OperationOutput } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import type { OciReply } from './answer.ts'
import type { Call, OciCallOptions } from './call.ts'
import { OciError } from './error.ts'

/** The item type of a list operation; `never` for other operations. */
export type OperationItem<Id extends OperationId> = ItemOf<OperationOutput<Id>>

type ItemOf<Body> = Body extends { items: (infer Item)[] } ? Item : Body extends (infer Item)[] ? Item : never

/** The operations that answer with a list. */
export type ListOperationId = {
  [Id in OperationId]: OperationOutput<Id> extends { items: unknown[] } | unknown[] ? Id : never
}[OperationId]

/** Reads all pages of a list operation. */
export interface Paging {
  /**
   * Every page, read lazily, one call per page. An empty page need not be the last. The options apply to each call
   * separately. Throws what a call throws, and `bad-answer` when OCI names the same next page twice.
   */
  readonly pages: <Id extends ListOperationId>(
    operation: Id,
    input: OperationInput<Id>,
    options?: OciCallOptions,
  ) => AsyncGenerator<OciReply<OperationOutput<Id>>, void, void>
  /** Every item of every page. */
  readonly items: <Id extends ListOperationId>(
    operation: Id,
    input: OperationInput<Id>,
    options?: OciCallOptions,
  ) => AsyncGenerator<OperationItem<Id>, void, void>
}

/** Adds paging to a `Call`: the client's own, or a wrapper around it. */
export function pagingOver(call: Call): Paging {
  const pages: Paging['pages'] = async function* (operation, input, options) {
    const seen = new Set<string>()
    let page: string | undefined
    do {
      const reply = await call(operation, page === undefined ? input : { ...input, page }, options)
      yield reply
      page = operations[operation].paged ? reply.nextPage : undefined
      if (page !== undefined && seen.has(page)) {
        throw new OciError('bad-answer', `${operation} named the same next page twice, and would never end.`, {
          operation,
          status: reply.status,
          opcRequestId: reply.requestId,
        })
      }
      if (page !== undefined) seen.add(page)
    } while (page !== undefined)
  }

  return {
    pages,
    async *items(operation, input, options) {
      for await (const { body } of pages(operation, input, options)) yield* itemsOf(body)
    },
  }
}

const itemsOf = <Body>(body: Body): ItemOf<Body>[] =>
  (Array.isArray(body) ? body : (body as { items: unknown }).items) as ItemOf<Body>[] // `readAnswer` has checked the shape of a list
