import type { DesktopPoolSummary, PoolTrouble } from '@gatehouse/contract'
import { poolState } from '../states/pool-state.ts'
import type { Tone } from '../ui/tones.ts'

interface TroubleWords {
  /** In a few words. */
  words: string
  tone: Extract<Tone, 'bad' | 'warn'>
}

/** What is wrong with the pool. Null when it is healthy. */
export const troubleInWords = ({ trouble, state }: Pick<DesktopPoolSummary, 'trouble' | 'state'>) =>
  trouble && words(state)[trouble]

const words = (state: string): Record<PoolTrouble, TroubleWords> => ({
  failed: { words: poolState(state).meaning, tone: 'bad' },
  'unknown-state': { words: `Unknown state ${state}.`, tone: 'warn' },
  unread: { words: 'Desktops could not be read.', tone: 'warn' },
  full: { words: 'Full. No desktops left for other users.', tone: 'warn' },
})
