import { createHash } from 'node:crypto'

/** A number in [0, 1) that is always the same for the same words: texts about a request do not change when read again. */
export function constant(...words: (string | number | undefined)[]): number {
  return createHash('sha256').update(words.join('\n')).digest().readUInt32BE() / 2 ** 32
}

/** One of several, by a number in [0, 1). */
export function oneOf<T>(choices: readonly T[], at: number): T {
  const chosen = choices[Math.floor(at * choices.length)]
  if (chosen === undefined) throw new Error('There is nothing to choose from.')
  return chosen
}
