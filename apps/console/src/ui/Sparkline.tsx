import { sparklinePath } from './sparkline-path.ts'

interface SparklineProps {
  /** What it shows: "Failures in the last 24 hours". */
  label: string
  /** Oldest first. */
  points: readonly { label: string; value: number }[]
}

/** The course of a number. A table holds the same for screen readers. */
export function Sparkline({ label, points }: SparklineProps) {
  const { line, area } = sparklinePath(points.map(({ value }) => value))
  return (
    <div className="h-7 w-24">
      <svg
        viewBox="0 0 100 28"
        preserveAspectRatio="none"
        aria-hidden
        className="block size-full overflow-visible text-accent"
      >
        <path d={area} fill="currentColor" opacity=".12" />
        <path
          d={line}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <table className="sr-only">
        <caption>{label}</caption>
        <tbody>
          {points.map((point) => (
            <tr key={point.label}>
              <th scope="row">{point.label}</th>
              <td>{point.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
