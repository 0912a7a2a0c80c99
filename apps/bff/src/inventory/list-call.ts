import type { OciCallOptions, OciReply } from '@gatehouse/oci-client'

/**
 * The options of a call that lists a place. It is short, and hardly retried, because the place's poller reads it again: so a
 * failure is seen at once, and one slow compartment does not hold its slot for a minute.
 */
export const listCall = (signal: AbortSignal): OciCallOptions => ({
  signal,
  callMs: 15_000,
  retry: { attempts: 2, maxWaitMs: 500 },
})

/** The items of each page of a list operation. */
export async function* pagesOf<Item>(
  pages: AsyncIterable<OciReply<{ items: Item[] } | Item[]>>,
): AsyncGenerator<Item[]> {
  for await (const { body } of pages) yield Array.isArray(body) ? body : body.items
}
