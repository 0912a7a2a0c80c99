import type { Tone } from '../tones.ts'

/** A run of text of one style. */
export interface Span {
  text: string
  tone?: Tone
  strong?: boolean
}

// oxlint-disable-next-line no-control-regex -- the escape character is what begins an ANSI sequence
const ansiSequence = /\u001b(?:\[([0-9;]*)m|\[[0-9;?]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g

const colours: Record<number, Tone> = { 31: 'bad', 32: 'good', 33: 'warn', 34: 'busy', 36: 'accent', 90: 'plain' }

/**
 * Text from a log as runs to show: ANSI colours (ECMA-48 SGR) become tones, other escape sequences go, and every
 * character that would act rather than show (C0, DEL, C1, bidirectional overrides) becomes a visible sign for it.
 */
export function toSpans(text: string): Span[] {
  const spans: Span[] = []
  let style: Omit<Span, 'text'> = {}
  let from = 0
  const push = (part: string) => {
    if (part) spans.push({ text: visible(part), ...style })
  }
  for (const sequence of text.matchAll(ansiSequence)) {
    push(text.slice(from, sequence.index))
    from = sequence.index + sequence[0].length
    if (sequence[1] !== undefined) style = afterCodes(style, sequence[1])
  }
  push(text.slice(from))
  return spans
}

/** The visible text without styles, for search and copy. */
export const plainText = (text: string) => visible(text.replace(ansiSequence, ''))

function afterCodes(style: Omit<Span, 'text'>, codes: string): Omit<Span, 'text'> {
  let next = { ...style }
  for (const code of codes.split(';').map(Number)) {
    const tone = colours[code >= 91 && code <= 97 ? code - 60 : code]
    if (code === 0) next = {}
    else if (code === 1) next.strong = true
    else if (code === 22) delete next.strong
    else if (code === 39) delete next.tone
    else if (tone) next.tone = tone
  }
  return next
}

// oxlint-disable-next-line no-control-regex -- these are the characters that must not act
const acting = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

const visible = (text: string) => text.replace(acting, signFor)

/** Control pictures for C0 and DEL, the code point in brackets for the rest. */
function signFor(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`
}
