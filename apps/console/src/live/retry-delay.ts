const firstRetryMs = 500
const greatestRetryMs = 15_000
const blockedRetryMs = 30_000

/** Exponential backoff up to 15 s, half of it random, so that clients do not reconnect together. */
export const retryDelay = (failures: number, chance: number) =>
  halfRandom(Math.min(greatestRetryMs, firstRetryMs * 2 ** (failures - 1)), chance)

/** While streams are blocked: a proxy does not change from one second to the next. */
export const blockedRetryDelay = (chance: number) => halfRandom(blockedRetryMs, chance)

const halfRandom = (ms: number, chance: number) => ms / 2 + (ms / 2) * chance
