import type { DesktopPoolSummary, PoolUsage } from '@gatehouse/contract'
import { plural } from '../ui/in-words.ts'
import type { MeterPart } from '../ui/Meter.tsx'

/** Who would lose what if pools stopped now. */
export interface CutOff {
  connected: number
  disconnected: number
  standby: number
}

/** Of several pools together; one that could not be read counts nothing. */
export function cutOffTotals(usages: readonly (PoolUsage | null)[]): CutOff {
  const total: CutOff = { connected: 0, disconnected: 0, standby: 0 }
  for (const usage of usages) {
    total.connected += usage?.connected ?? 0
    total.disconnected += usage?.disconnected ?? 0
    total.standby += usage?.standby ?? 0
  }
  return total
}

/** "12 connected, 3 disconnected, 2 standby". Zeros are said too: that nobody is connected matters. */
export const cutOffWords = ({ connected, disconnected, standby }: CutOff) =>
  `${connected} connected, ${disconnected} disconnected, ${standby} standby`

/** What a stop means for people: whom it cuts off, and for how long. */
export function consequence({ connected, disconnected }: CutOff, pools: number): { title: string; text: string } {
  const until = `No one can connect until ${pools === 1 ? 'it is' : 'they are'} started again.`
  const lost = `${plural(disconnected, 'disconnected user')} cannot return to an open session.`
  return {
    title: connected > 0 ? `${plural(connected, 'user')} will be disconnected immediately` : 'No one is connected',
    text: disconnected > 0 ? `${lost} ${until}` : until,
  }
}

/** A pool's desktops as parts of its bar; what is left of the bar is free. Nothing while they could not be read. */
export const usageParts = ({ usage }: Pick<DesktopPoolSummary, 'usage'>): MeterPart[] =>
  usage === null
    ? []
    : [
        { label: 'connected', value: usage.connected, tone: 'accent' },
        { label: 'disconnected', value: usage.disconnected, tone: 'warn' },
        { label: 'standby', value: usage.standby, tone: 'good' },
        { label: 'not running', value: usage.stopped, tone: 'plain' },
      ]

/** How many desktops the pool could still make. Null while its desktops could not be read. */
export const freeSeats = ({ usage, maximumSize }: Pick<DesktopPoolSummary, 'usage' | 'maximumSize'>) =>
  usage && Math.max(0, maximumSize - usage.desktops)
