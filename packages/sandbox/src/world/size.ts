import { homesOf } from './seed/generated-compartments.ts'

/** How much of everything the seed makes. */
export interface WorldSize {
  /** The first is the home region. */
  regions: number
  /** Generated compartments, beside the usual ones. */
  compartments: number
  /** The share of the generated compartments that hold anything, 0 to 1. */
  occupied: number
  pools: number
  desktops: number
  accessRequests: number
  workRequests: number
}

/** What the usual world has. */
export const usualSize: WorldSize = {
  regions: 2,
  compartments: 0,
  occupied: 0.25,
  pools: 24,
  desktops: 1500,
  accessRequests: 40,
  workRequests: 60,
}

/** The least and the most of each. */
export const sizeLimits: Readonly<Record<keyof WorldSize, readonly [least: number, most: number]>> = {
  regions: [1, 4],
  compartments: [0, 500],
  occupied: [0, 1],
  pools: [0, 1000],
  desktops: [0, 100_000],
  accessRequests: [0, 1000],
  workRequests: [0, 10_000],
}

type Counts = Pick<WorldSize, 'pools' | 'desktops' | 'accessRequests' | 'workRequests'>

/**
 * What the usual seed makes, and what is spread over the generated compartments. With generated compartments, the usual
 * seed makes no more than the usual numbers. Without them, and for what none of them can hold, it makes everything.
 */
export function divided(size: WorldSize): { usual: Counts; spread: Counts } {
  const { desktopHomes, accessHomes } = homesOf(size)
  const beyond = (kind: keyof Counts, isHeld: boolean) => (isHeld ? Math.max(0, size[kind] - usualSize[kind]) : 0)
  const pools = beyond('pools', desktopHomes.length > 0)
  const spread = {
    pools,
    desktops: beyond('desktops', pools > 0),
    accessRequests: beyond('accessRequests', accessHomes.length > 0),
    workRequests: beyond('workRequests', pools > 0),
  }
  return {
    usual: {
      pools: size.pools - spread.pools,
      desktops: size.desktops - spread.desktops,
      accessRequests: size.accessRequests - spread.accessRequests,
      workRequests: size.workRequests - spread.workRequests,
    },
    spread,
  }
}

/** The usual size with what is wanted otherwise. Throws an Error whose message says which number is out of its limits. */
export function completeSize(wanted: Partial<WorldSize> = {}): WorldSize {
  const size = { ...usualSize, ...wanted }
  for (const [kind, [least, most]] of Object.entries(sizeLimits)) {
    const value = size[kind as keyof WorldSize] // a key of the limits
    const isWhole = kind === 'occupied' || Number.isInteger(value)
    if (!isWhole || !(value >= least && value <= most))
      throw new Error(
        `The size "${kind}" of the sandbox's world must be ${kind === 'occupied' ? 'a' : 'a whole'} number from ${least} to ${most}, and is ${value}.`,
      )
  }
  return size
}
