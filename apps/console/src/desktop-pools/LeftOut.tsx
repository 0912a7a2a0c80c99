import type { DesktopPoolSummary } from '@gatehouse/contract'
import { plural } from '../ui/in-words.ts'

interface LeftOutProps {
  leftOut: readonly { pool: DesktopPoolSummary; reason: string }[]
  /** "stopped". */
  act: string
}

/** Which of the chosen pools are left alone, and why. Nothing when it is none. */
export const LeftOut = ({ leftOut, act }: LeftOutProps) =>
  leftOut.length === 0 ? null : (
    <section aria-label="Left out" className="space-y-1">
      <h3 className="font-medium">
        {plural(leftOut.length, 'pool')} cannot be {act} and {leftOut.length === 1 ? 'is' : 'are'} left out
      </h3>
      <ul className="space-y-1 text-sm">
        {leftOut.map(({ pool, reason }) => (
          <li key={pool.id}>
            <span className="font-medium wrap-anywhere">{pool.name}</span>{' '}
            <span className="text-text-soft">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
