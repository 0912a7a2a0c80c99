/** What a colour says: see the table of tokens in `styles.css`. */
export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'plain' | 'accent'

/** Soft ground with text of the same meaning. */
export const softTones: Record<Tone, string> = {
  good: 'bg-good-soft text-good',
  busy: 'bg-busy-soft text-busy',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  plain: 'bg-plain-soft text-plain',
  accent: 'bg-accent-soft text-accent',
}

export const textTones: Record<Tone, string> = {
  good: 'text-good',
  busy: 'text-busy',
  warn: 'text-warn',
  bad: 'text-bad',
  plain: 'text-plain',
  accent: 'text-accent',
}

/** For bars, dots and lines. */
export const solidTones: Record<Tone, string> = {
  good: 'bg-good',
  busy: 'bg-busy',
  warn: 'bg-warn',
  bad: 'bg-bad',
  plain: 'bg-plain',
  accent: 'bg-accent',
}
