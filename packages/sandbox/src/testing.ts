import type { OperationId, OperationInput, OperationOutput } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import type { Handler } from './handler.ts'
import { answerValidator } from './server/schemas.ts'
import { createWorld } from './world/create-world.ts'
import type { UserName } from './world/seed/tenancy.ts'
import { regionNamed, userNamed } from './world/seed/tenancy.ts'
import type { World, WorldOptions } from './world/world.ts'

export interface TestWorldOptions extends Partial<Omit<WorldOptions, 'size'>> {
  size?: Partial<WorldOptions['size']>
  /** Filled in by these, in order: `seeds: [seedDesktops]`. Without them the world has its tenancy and nothing else. */
  seeds?: ((world: World) => void)[]
}

/**
 * A world in which nothing happens by itself. What is due happens when `world.clock.advance(ms)` says so: the pace is so
 * slow that the machine's own clock never gets there. What fails when it falls due is thrown out of `advance`.
 */
export function testWorld({ seeds = [], ...options }: TestWorldOptions = {}): World {
  const world = createWorld({ life: false, paceMs: 60_000, ...options }, (error) => {
    throw error
  })
  for (const seed of seeds) seed(world)
  return world
}

type SomeHandlers = { [Id in OperationId]?: Handler<Id> }

/**
 * Calls a handler as the server does once a call has passed all its checks, and gives the body, which is checked
 * against the operation's model. Of a list it gives the first `limit` items; throws what the handler throws.
 */
export function callHandler<Id extends OperationId>(
  world: World,
  handlers: SomeHandlers,
  id: Id,
  input: OperationInput<Id>,
  options: { user?: UserName; region?: string; limit?: number } = {},
): OperationOutput<Id> {
  const handler = handlers[id]
  if (!handler) throw new Error(`There is no handler for ${id}`)
  const reply = handler(input, {
    world,
    region: regionNamed(world, options.region),
    caller: userNamed(world, options.user ?? 'console'),
  })
  const body = reply.kind === 'answer' ? reply.body : firstPage(id, reply.take(options.limit ?? 1000, undefined).items)
  const validate = answerValidator(operations[id])
  const onTheWire: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body))
  if (validate ? !validate(onTheWire) : onTheWire !== undefined)
    throw new Error(`${id} answers with something else than its model: ${JSON.stringify(validate?.errors)}`)
  return body as OperationOutput<Id> // as just checked
}

const firstPage = (id: OperationId, items: unknown[]) => (operations[id].responseIsArray ? items : { items })
