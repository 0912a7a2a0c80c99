import type { DesktopPool } from '@gatehouse/contract'
import { Section } from '../ui/Page.tsx'
import { PoolSchedule } from './PoolSchedule.tsx'
import { PoolUsageBar } from './PoolUsageBar.tsx'
import { sessionRules } from './session-rules.ts'

/** Usage, schedule and session rules of a pool. */
export const PoolOverview = ({ pool }: { pool: DesktopPool }) => (
  <div className="grid items-stretch gap-4 md:grid-cols-2 xl:grid-cols-3 *:h-full">
    <Section title="In use" note={`maximum ${pool.maximumSize}, ${pool.standbySize ?? 'unknown'} on standby`}>
      <PoolUsageBar pool={pool} legend />
    </Section>
    <PoolSchedule pool={pool} />
    <Section title="Session rules">
      <ul className="space-y-2">
        {sessionRules(pool.sessionLifecycle).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Section>
  </div>
)
