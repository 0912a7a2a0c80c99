import type { WorkRequest } from '@gatehouse/contract'
import type { Tone } from '../ui/tones.ts'

const states: Record<string, { word: string; tone: Tone }> = {
  ACCEPTED: { word: 'Accepted', tone: 'busy' },
  IN_PROGRESS: { word: 'In progress', tone: 'busy' },
  WAITING: { word: 'Waiting', tone: 'warn' },
  NEEDS_ATTENTION: { word: 'Needs attention', tone: 'warn' },
  SUCCEEDED: { word: 'Succeeded', tone: 'good' },
  FAILED: { word: 'Failed', tone: 'bad' },
  CANCELING: { word: 'Canceling', tone: 'busy' },
  CANCELED: { word: 'Canceled', tone: 'plain' },
}

/** A state as a word and a tone. Unknown states are shown as received. */
export const workRequestState = (state: string) => states[state] ?? { word: state, tone: 'plain' as const }

/** Whether it has not finished. */
export const inFlight = ({ finishedAt, state }: WorkRequest) =>
  finishedAt === null && !['SUCCEEDED', 'FAILED', 'CANCELED'].includes(state)

/** `STOP_DESKTOP_POOL` reads "Stop desktop pool". */
export function operationName(operation: string): string {
  const words = operation.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const serviceNames: Record<string, string> = {
  desktops: 'Secure Desktops',
  'delegate-access-control': 'Delegate Access Control',
}
