import type { DesktopPoolSummary, PoolUsage } from '@gatehouse/contract'
import { plural } from '../ui/in-words.ts'
import type { MeterPart } from '../ui/Meter.tsx'

/** The desktops that a stop would affect, by session. */
export interface CutOff {
  connected: number
  disconnected: number
  standby: number
}

/** The sum over several pools. Pools that could not be read count as zero. */
export function cutOffTotals(usages: readonly (PoolUsage | null)[]): CutOff {
  const total: CutOff = { connected: 0, disconnected: 0, standby: 0 }
  for (const usage of usages) {
    total.connected += usage?.connected ?? 0
    total.disconnected += usage?.disconnected ?? 0
    total.standby += usage?.standby ?? 0
  }
  return total
}

/** "12 connected, 3 disconnected, 2 standby". Zeros are included: zero connected is important. */
export const cutOffWords = ({ connected, disconnected, standby }: CutOff) =>
  `${connected} connected, ${disconnected} disconnected, ${standby} standby`

/** The consequences of a stop: who is disconnected, and until when. */
export function consequence({ connected, disconnected }: CutOff, pools: number): { title: string; text: string } {
  const until = `No one can connect until ${pools === 1 ? 'it is' : 'they are'} started again.`
  const lost = `${plural(disconnected, 'disconnected user')} cannot return to an open session.`
  return {
    title: connected > 0 ? `${plural(connected, 'user')} will be disconnected immediately` : 'No one is connected',
    text: disconnected > 0 ? `${lost} ${until}` : until,
  }
}

/** A pool's desktops as parts of its bar; the rest of the bar is free. Empty when they could not be read. */
export const usageParts = ({ usage }: Pick<DesktopPoolSummary, 'usage'>): MeterPart[] =>
  usage === null
    ? []
    : [
        { label: 'connected', value: usage.connected, tone: 'accent' },
        { label: 'disconnected', value: usage.disconnected, tone: 'warn' },
        { label: 'standby', value: usage.standby, tone: 'good' },
        { label: 'not running', value: usage.stopped, tone: 'plain' },
      ]

/** How many more desktops the pool can create. Null when its desktops could not be read. */
export const freeSeats = ({ usage, maximumSize }: Pick<DesktopPoolSummary, 'usage' | 'maximumSize'>) =>
  usage && Math.max(0, maximumSize - usage.desktops)
