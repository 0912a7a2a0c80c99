import { Badge } from '../ui/Badge.tsx'
import type { Tone } from '../ui/tones.ts'

const tones: Record<string, Tone> = { S1: 'bad', S2: 'warn' }

const meanings: Record<string, string> = {
  S1: 'Severity S1, the most severe',
  S4: 'Severity S4, the least severe',
}

/** The severity that the operator states. Renders nothing without one. */
export const SeverityBadge = ({ severity }: { severity: string | null }) =>
  severity === null ? null : (
    <Badge tone={tones[severity] ?? 'plain'} icon={null} tip={meanings[severity] ?? `Severity ${severity}`}>
      <span className="sr-only">Severity </span>
      {severity}
    </Badge>
  )
