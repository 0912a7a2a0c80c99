import type { Stack } from './stack.ts'

/** Desktop pools of Frankfurt in a state, by id and name, as the sandbox has them. */
export const poolsIn = ({ sandbox }: Pick<Stack, 'sandbox'>, state: string) =>
  [...(sandbox.world.regions.get('eu-frankfurt-1')?.desktopPools.values() ?? [])]
    .filter(({ wire }) => wire.lifecycleState === state)
    .map(({ id, wire }) => ({ id, name: wire.displayName }))
