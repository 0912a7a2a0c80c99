import type { World } from './world.ts'

/** How many milliseconds so many steps take at the world's pace: the mean, half of it more or less. */
export const stepsMs = ({ options, random }: World, steps = 1): number => options.paceMs * steps * (0.5 + random())
