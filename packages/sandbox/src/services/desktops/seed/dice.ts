/** Chance with a memory: the same for the same seed, whatever other services draw. */
export interface Dice {
  /** Uniform in [0, 1). */
  roll(): number
  /** A number between the two, not whole. */
  between(low: number, high: number): number
  whole(low: number, high: number): number
  oneOf<T>(choices: readonly [T, ...T[]]): T
}

export function diceOf(random: () => number): Dice {
  const between = (low: number, high: number) => low + random() * (high - low)
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1))
  return {
    roll: random,
    between,
    whole,
    oneOf: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
  }
}
