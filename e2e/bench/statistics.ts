/** Sorted ascending, then by rank: `quantile([1, 2, 3], 0.5)` is 2. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

/** How many calls a second `one` makes when `inFlight` are always under way, over `calls` calls. */
export async function throughput(
  one: () => Promise<unknown>,
  { calls, inFlight }: { calls: number; inFlight: number },
) {
  let left = calls
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) await one()
    }),
  )
  return calls / ((performance.now() - startedAt) / 1000)
}

/**
 * The same for each second of processor time that this process takes, threads included: what other processes take of the
 * machine meanwhile, such as the server that answers, does not count.
 */
export async function throughputOfProcessor(
  one: () => Promise<unknown>,
  load: { calls: number; inFlight: number },
): Promise<number> {
  const before = process.cpuUsage()
  await throughput(one, load)
  const { user, system } = process.cpuUsage(before)
  return load.calls / ((user + system) / 1_000_000)
}

/**
 * Two contenders in turn, the order reversed every other round, so that a machine that slows down slows both.
 * Gives the ratio a/b of each round and the median rates.
 */
export async function paired(a: () => Promise<number>, b: () => Promise<number>, rounds: number) {
  const rates: { a: number; b: number }[] = []
  await a()
  await b()
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) rates.push({ a: await a(), b: await b() })
    else {
      const second = await b()
      rates.push({ a: await a(), b: second })
    }
  }
  const ratios = rates.map((rate) => rate.a / rate.b)
  return {
    ratio: median(ratios),
    low: quantile(ratios, 0.1),
    high: quantile(ratios, 0.9),
    a: median(rates.map((rate) => rate.a)),
    b: median(rates.map((rate) => rate.b)),
  }
}

/** `2.31 × [2.10–2.55]` */
export const ratioText = ({ ratio, low, high }: { ratio: number; low: number; high: number }) =>
  `${ratio.toFixed(2)} × [${low.toFixed(2)}–${high.toFixed(2)}]`
