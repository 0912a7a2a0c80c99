import type { World } from '../world/world.ts'

const resources = ['CREATING', 'UPDATING', 'DELETING']
const accessRequests = [
  'PREAPPROVED',
  'OPERATOR_ASSIGNMENT_WAITING',
  'APPROVED',
  'REVOKING',
  'COMPLETING',
  'UNDEPLOYED',
]

/** All that is on its way to another state, where only the service can take it: each by OCID, state and etag. */
export const inTransit = (world: World): string[] =>
  [...world.regions.values()].flatMap((region) =>
    [
      region.desktopPools,
      region.desktops,
      region.delegationControls,
      region.delegationSubscriptions,
      region.delegatedResourceAccessRequests,
    ].flatMap((table) =>
      [...table.values()].flatMap(({ id, wire, etag }) => {
        const [state = '', moving] =
          'requestStatus' in wire ? [wire.requestStatus, accessRequests] : [wire.lifecycleState, resources]
        return moving.includes(state) ? [`${id} ${state} ${etag}`] : []
      }),
    ),
  )
