import type { Action } from '@gatehouse/contract'

/** How one of several acts stands. */
export type Outcome =
  | { step: 'waiting' }
  | { step: 'sent' }
  | { step: 'done'; action: Action }
  | { step: 'failed'; error: unknown }

/** OCI throttles whoever asks for everything at once. */
const atOnce = 4

/**
 * Acts on each item, a few at a time, and says of each how it stands. One that fails does not keep the others from their
 * turn; this never rejects.
 */
export async function actOnEach<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<Action>,
  onOutcome: (item: Item, outcome: Outcome) => void,
): Promise<void> {
  for (const item of items) onOutcome(item, { step: 'waiting' })
  const rest = items.values()
  const work = async () => {
    for (const item of rest) {
      onOutcome(item, { step: 'sent' })
      try {
        onOutcome(item, { step: 'done', action: await act(item) })
      } catch (error) {
        onOutcome(item, { step: 'failed', error })
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work))
}
