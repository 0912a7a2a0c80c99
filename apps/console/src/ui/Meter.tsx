import { cn } from './cn.ts'
import { solidTones, type Tone } from './tones.ts'

export interface MeterPart {
  label: string
  value: number
  tone: Tone
}

interface MeterProps {
  /** The measured quantity: "Desktops of pool east". */
  label: string
  parts: readonly MeterPart[]
  /** The value of the full bar. Defaults to the sum of the parts. */
  total?: number
  /** Shows the counts below the bar. */
  legend?: boolean
}

/** A stacked bar. Its numbers are in the legend or in the accessible name. */
export function Meter({ label, parts, total, legend = false }: MeterProps) {
  const sum = parts.reduce((sofar, { value }) => sofar + value, 0)
  const whole = Math.max(total ?? sum, sum, 1)
  const words = parts.map((part) => `${part.value} ${part.label}`).join(', ')
  const starts = parts.map((_part, index) => parts.slice(0, index).reduce((sofar, { value }) => sofar + value, 0))
  return (
    <div className="w-full min-w-16 space-y-1.5">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the image is drawn inline and has no source */}
      <div role="img" aria-label={`${label}: ${words} of ${whole}`} data-tip={words}>
        <svg
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          aria-hidden
          className="block h-1.5 w-full overflow-hidden rounded-full bg-plain-soft"
        >
          {parts.map(
            ({ label: part, value, tone }, index) =>
              value > 0 && (
                <rect
                  key={part}
                  x={((starts[index] ?? 0) / whole) * 100}
                  width={(value / whole) * 100}
                  height="6"
                  className={fills[tone]}
                />
              ),
          )}
        </svg>
      </div>
      {legend && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-soft">
          {parts.map(({ label: part, value, tone }) => (
            <li key={part} className="flex items-center gap-1.5">
              <span aria-hidden className={cn('size-2 rounded-full', solidTones[tone])} />
              <span className="font-medium text-text tabular-nums">{value.toLocaleString('en')}</span> {part}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const fills: Record<Tone, string> = {
  good: 'fill-good',
  busy: 'fill-busy',
  warn: 'fill-warn',
  bad: 'fill-bad',
  plain: 'fill-control-line',
  accent: 'fill-accent',
}

/** A progress bar, 0 to 100. Null is indeterminate. */
export const Progress = ({
  label,
  percent,
  tone = 'accent',
}: {
  label: string
  percent: number | null
  tone?: Tone
}) => (
  <div
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the native one takes neither our tones nor our motion
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={percent ?? undefined}
    className="h-1.5 w-full min-w-12 overflow-hidden rounded-full bg-plain-soft"
  >
    <div
      className={cn('h-full rounded-full', solidTones[tone], percent === null && 'w-1/4 animate-slide')}
      style={percent === null ? undefined : { width: `${Math.min(100, Math.max(0, percent))}%` }}
    />
  </div>
)
