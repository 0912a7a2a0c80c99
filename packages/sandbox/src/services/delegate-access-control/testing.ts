import type { OperationId, OperationInput, OperationOutput } from '@gatehouse/oci-api'
import { callHandler, testWorld } from '../../testing.ts'
import { regionNamed, userNamed, type UserName } from '../../world/seed/tenancy.ts'
import type { WorkRequestRow } from '../../world/world.ts'
import { handlers, raiseDelegatedResourceAccessRequest, seedDelegateAccessControl } from './index.ts'
import type { Status } from './access-request-status.ts'
import type { RaiseOptions } from './life.ts'
import { seededControl } from './seed/controls.ts'
import { statusOf, type Subject } from './transitions/move.ts'

type Operation =
  Extract<OperationId, `delegate-access-control.${string}`> extends `${infer _Service}.${infer Name}` ? Name : never
type Of<Name extends Operation> = `delegate-access-control.${Name}`

const minuteMs = 60_000

/**
 * A world with providers, actions, subscriptions and controls, and no access request or work request but those that a
 * test makes. One step of work takes about a minute of its time.
 */
export function delegateWorld(size = { accessRequests: 0, workRequests: 0 }) {
  const world = testWorld({ size, seeds: [seedDelegateAccessControl] })

  return {
    world,
    region: regionNamed(world),
    /** Calls an operation in the home region, or in the other. */
    call: <Name extends Operation>(
      name: Name,
      input: OperationInput<Of<Name>>,
      options: { user?: UserName; region?: string; limit?: number } = {},
    ): OperationOutput<Of<Name>> => callHandler(world, handlers, `delegate-access-control.${name}`, input, options),
    user: (name: UserName) => userNamed(world, name),
    control: (name: string) => seededControl(world, name),
    /** Raises an access request under a control of the seed; one that needs approval unless the actions say otherwise. */
    raise: (control: string, options: RaiseOptions = {}): Subject => {
      const { id, region: regionName } = seededControl(world, control)
      const region = regionNamed(world, regionName)
      const actions = ['DLGT_MGMT_FULL_ACCESS']
      const usual = { delegationControlId: id, actions, durationInHours: 4 }
      return { world, region, row: raiseDelegatedResourceAccessRequest(world, region, { ...usual, ...options }) }
    },
    /** Lets minutes pass; work that is not told to wait is done in less than the usual. */
    pass: (minutes = 45) => world.clock.advance(minutes * minuteMs),
  }
}

export type DelegateWorld = ReturnType<typeof delegateWorld>

/** The statuses an access request has gone through, repeated ones once. */
export const statusesOf = ({ row }: Subject): (Status | undefined)[] =>
  row.extra.histories.map(({ requestStatus }) => requestStatus).filter((one, place, all) => one !== all[place - 1])

export { statusOf }

/** The latest work request of a region, or the latest of one kind. */
export function latestWork({ region }: Pick<Subject, 'region'>, operationType?: string): WorkRequestRow {
  const row = [...region.workRequests.values()].findLast(
    ({ wire }) => operationType === undefined || wire.operationType === operationType,
  )
  if (!row) throw new Error(`There is no work request ${operationType ?? ''}.`)
  return row
}
