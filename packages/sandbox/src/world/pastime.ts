import { errand } from './errand.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** Names of errands that come again and again by themselves begin with it. */
const mark = 'life/'

/** Whether an errand of that name is one step of a world's life, and not the consequence of something. */
export const isPastime = (name: string): boolean => name.startsWith(mark)

/**
 * Something that happens again and again, as long as the world goes on; gives how to begin with it. `meanMs` is the mean
 * time from one to the next. It draws from a sequence of its own.
 */
export function pastime(
  name: string,
  { meanMs, act }: { meanMs: (world: World) => number; act: (world: World, random: Random) => void },
): (world: World) => void {
  const full = mark + name
  const again = (world: World) => void world.clock.after(meanMs(world) * (0.5 + world.stream(full)()), next({}))
  const next = errand<object>(full, (world) => {
    // first, since whatever goes wrong once must not be the last of it
    again(world)
    act(world, world.stream(full))
  })
  return again
}
