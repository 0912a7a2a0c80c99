import type { OperationId, OperationInput, OperationOutput } from '@gatehouse/oci-api'
import { callHandler, testWorld, type TestWorldOptions } from '../../testing.ts'
import { regionNamed, type UserName } from '../../world/seed/tenancy.ts'
import type { AccessRequestRow } from '../../world/world.ts'
import { handlers } from './index.ts'
import type { State } from './lifecycle.ts'
import { raiseAccessRequest, type RaiseOptions } from './raise.ts'
import { seedOperatorAccessControl } from './seed.ts'

type Own = Extract<OperationId, `operator-access-control.${string}`>
type Short<Id> = Id extends `operator-access-control.${infer Name}` ? Name : never
type Full<Name extends string> = Extract<Own, `operator-access-control.${Name}`>

/** For tests: a seeded world that stands still until it is told to go on. Its pace is a minute a step. */
export function trial(options: TestWorldOptions = {}) {
  const world = testWorld({ seeds: [seedOperatorAccessControl], ...options })
  const region = regionNamed(world)

  const call = <Name extends Short<Own>>(
    user: UserName,
    name: Name,
    input: OperationInput<Full<Name>>,
    regionName?: string,
  ): OperationOutput<Full<Name>> =>
    callHandler(world, handlers, `operator-access-control.${name}` as Full<Name>, input, { user, region: regionName }) // both halves of an id

  return {
    world,
    region,
    call,
    /** A request on a machine in Frankfurt; two must approve on `exaprd-fra-01`, one on `exastg-fra-01`. */
    raise: (more: RaiseOptions = {}): AccessRequestRow =>
      raiseAccessRequest(world, region, { resourceName: 'exastg-fra-01', actions: ['INFRA_FULL'], ...more }),
    minutes: (count: number) => world.clock.advance(count * 60_000),
    hours: (count: number) => world.clock.advance(count * 3_600_000),
    /** The seeded request in that state, and the name of its region. */
    seeded: (state: State) => {
      for (const { accessRequests, name } of world.regions.values()) {
        const row = accessRequests.values().find(({ wire }) => wire.lifecycleState === state)
        if (row) return { row, regionName: name }
      }
      throw new Error(`No access request is seeded in ${state}.`)
    },
  }
}

/** The states a request went through, in order. */
export const statesOf = ({ extra }: AccessRequestRow): (State | undefined)[] =>
  extra.histories.map(({ lifecycleState }) => lifecycleState)
