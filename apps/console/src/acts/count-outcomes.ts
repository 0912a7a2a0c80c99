import type { Standing } from '../api/attempt.ts'

const words: Record<Standing, string> = {
  failed: 'failed',
  unknown: 'unknown',
  done: 'done',
  accepted: 'accepted',
  sent: 'sent',
  sending: 'sending',
  waiting: 'waiting',
}

/** "1 failed, 2 accepted", the worst first. */
export const countOutcomes = (standings: readonly Standing[]): string =>
  Object.entries(words)
    .map(([standing, word]) => ({ word, count: standings.filter((each) => each === standing).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count.toLocaleString('en')} ${word}`)
    .join(', ')
