/** Numbers in [0, 1) that look random and are the same for the same seed. */
export interface Random {
  (): number
  /** All that the next numbers depend on; a sequence that starts with it goes on from here. */
  readonly state: number
}

/** The generator is Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return Object.defineProperty(next, 'state', { get: () => state }) as Random // just defined
}

const alphabet = Buffer.from('abcdefghijklmnopqrstuvwxyz234567')

/** `length` lower-case letters and digits. Made in one piece: grown letter by letter, a text takes twenty times the memory. */
export function randomText(random: () => number, length: number): string {
  const text = Buffer.allocUnsafe(length)
  for (let at = 0; at < length; at++) text[at] = alphabet[Math.floor(random() * alphabet.length)]! // below its length
  return text.toString('latin1')
}
