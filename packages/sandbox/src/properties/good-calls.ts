import type { OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import { handlers } from '../services/index.ts'
import { poolDetails } from '../services/desktops/testing.ts'
import { callHandler } from '../testing.ts'
import { isCancellable } from '../world/work.ts'
import { compartmentId, groupId, regionNamed } from '../world/seed/tenancy.ts'
import type { World } from '../world/world.ts'
import { onTheWire } from './inputs.ts'
import type { WireRequest } from './rig.ts'

/** What to call an operation with so that it takes effect in a world as it is seeded. */
interface GoodCall {
  /** The thing in the path. */
  id?: string
  body?: object
}

export type ChangingId = Exclude<OperationId, `${string}.get${string}` | `${string}.list${string}`>

/** Every operation that changes something, as an administrator calls it who knows what they do. */
const goodCalls: Record<ChangingId, (world: World) => GoodCall> = {
  'desktops.cancelWorkRequest': (world) => ({
    id: idOf(home(world).workRequests, (row) => row.extra.service === 'desktops' && isCancellable(row)),
  }),
  'desktops.changeDesktopPoolCompartment': (world) => ({ ...pool(world, 'ACTIVE'), body: elsewhere(world) }),
  'desktops.createDesktopPool': (world) => ({ body: poolDetails(world) }),
  'desktops.deleteDesktop': (world) => desktop(world, 'ACTIVE'),
  'desktops.deleteDesktopPool': (world) => pool(world, 'ACTIVE'),
  'desktops.startDesktop': (world) => desktop(world, 'INACTIVE'),
  'desktops.startDesktopPool': (world) => pool(world, 'INACTIVE'),
  'desktops.stopDesktop': (world) => desktop(world, 'ACTIVE'),
  'desktops.stopDesktopPool': (world) => pool(world, 'ACTIVE'),
  'desktops.updateDesktop': (world) => ({ ...desktop(world, 'ACTIVE'), body: { displayName: 'renamed' } }),
  'desktops.updateDesktopPool': (world) => ({ ...pool(world, 'ACTIVE'), body: { displayName: 'renamed' } }),
  'operator-access-control.approveAccessRequest': (world) => accessRequest(world, 'APPROVALWAITING'),
  'operator-access-control.interactionRequest': (world) => ({
    ...accessRequest(world, 'APPROVALWAITING'),
    body: { moreInfoDetails: 'On which node?' },
  }),
  'operator-access-control.rejectAccessRequest': (world) => accessRequest(world, 'APPROVALWAITING'),
  'operator-access-control.reviewAccessRequest': (world) => accessRequest(world, 'APPROVALWAITING'),
  'operator-access-control.revokeAccessRequest': (world) => accessRequest(world, 'DEPLOYED'),
  'operator-access-control.changeOperatorControlCompartment': (world) => ({
    id: idOf(home(world).operatorControls, ({ wire }) => wire.lifecycleState === 'ASSIGNED'),
    body: elsewhere(world),
  }),
  'operator-access-control.createOperatorControl': (world) => ({
    body: { ...controlTerms(world), resourceType: 'EXADATAINFRASTRUCTURE', ...elsewhere(world) },
  }),
  'operator-access-control.deleteOperatorControl': (world) =>
    made(world, 'operator-access-control.createOperatorControl'),
  'operator-access-control.updateOperatorControl': (world) => ({
    id: idOf(home(world).operatorControls, ({ wire }) => wire.lifecycleState === 'ASSIGNED'),
    body: controlTerms(world),
  }),
  'operator-access-control.changeOperatorControlAssignmentCompartment': (world) => ({
    ...assignment(world),
    body: elsewhere(world),
  }),
  'operator-access-control.createOperatorControlAssignment': (world) => {
    const control = home(world)
      .operatorControls.values()
      .find(({ wire }) => wire.lifecycleState === 'ASSIGNED')
    return {
      body: {
        operatorControlId: control?.id,
        resourceType: control?.wire.resourceType,
        resourceId: 'ocid1.exadatainfrastructure.oc1.eu-frankfurt-1.fresh',
        resourceName: 'exa-fresh',
        resourceCompartmentId: compartmentId(world, 'sandbox-lab'),
        isEnforcedAlways: true,
        ...elsewhere(world),
      },
    }
  },
  'operator-access-control.deleteOperatorControlAssignment': (world) => assignment(world),
  'operator-access-control.updateOperatorControlAssignment': (world) => ({
    ...assignment(world),
    body: { isEnforcedAlways: true, comment: 'For good' },
  }),
  'operator-access-control.validateOperatorAssignment': (world) => assignment(world),
  'delegate-access-control.approveDelegatedResourceAccessRequest': (world) => delegated(world, 'APPROVAL_WAITING'),
  'delegate-access-control.rejectDelegatedResourceAccessRequest': (world) => delegated(world, 'APPROVAL_WAITING'),
  'delegate-access-control.revokeDelegatedResourceAccessRequest': (world) => delegated(world, 'DEPLOYED'),
  'delegate-access-control.serviceProviderInteractionRequest': (world) => ({
    ...delegated(world, 'APPROVAL_WAITING'),
    body: { moreInfoDetails: 'On which node?' },
  }),
  'delegate-access-control.changeDelegationControlCompartment': (world) => ({
    ...delegationControl(world),
    body: elsewhere(world),
  }),
  'delegate-access-control.createDelegationControl': (world) => {
    const subscription = idOf(home(world).delegationSubscriptions, ({ wire }) => wire.lifecycleState === 'ACTIVE')
    return {
      body: {
        displayName: 'fresh',
        delegationSubscriptionIds: [subscription],
        resourceIds: ['ocid1.vmcluster.oc1.eu-frankfurt-1.fresh'],
        resourceType: 'VMCLUSTER',
        notificationTopicId: 'ocid1.onstopic.oc1.eu-frankfurt-1.a',
        notificationMessageFormat: 'JSON',
        ...elsewhere(world),
      },
    }
  },
  'delegate-access-control.updateDelegationControl': (world) => ({
    ...delegationControl(world),
    body: { numApprovalsRequired: 1 },
  }),
  'delegate-access-control.deleteDelegationControl': (world) =>
    made(world, 'delegate-access-control.createDelegationControl'),
  'delegate-access-control.changeDelegationSubscriptionCompartment': (world) => ({
    ...subscription(world),
    body: elsewhere(world),
  }),
  'delegate-access-control.createDelegationSubscription': (world) => {
    const provider = home(world).serviceProviders.values().toArray()[0]
    return {
      body: {
        serviceProviderId: provider?.id,
        subscribedServiceType: provider?.wire.serviceTypes[0],
        ...elsewhere(world),
      },
    }
  },
  'delegate-access-control.updateDelegationSubscription': (world) => ({
    ...subscription(world),
    body: { description: 'Nights only' },
  }),
  'delegate-access-control.deleteDelegationSubscription': (world) =>
    made(world, 'delegate-access-control.createDelegationSubscription'),
}

export const changingIds = Object.keys(goodCalls) as ChangingId[] // the table has them all and nothing else

/** A body that is as good for the operation, and another. */
export function otherBody(world: World, id: ChangingId): object {
  const { body = {} } = goodCalls[id](world)
  if ('compartmentId' in body) return { ...body, compartmentId: compartmentId(world, 'workplace') }
  if ('moreInfoDetails' in body) return { moreInfoDetails: 'And for how long?' }
  return id === 'operator-access-control.validateOperatorAssignment'
    ? { actionName: 'INFRA_DIAG' }
    : { approverComment: 'Seen by another' }
}

/** The call on the wire, with nothing wrong in it. */
export function goodCall(world: World, operationId: ChangingId): WireRequest {
  const operation = operations[operationId]
  const { id, body } = goodCalls[operationId](world)
  const [name] = operation.pathParameters
  const drawn = { path: name && id ? { [name]: id } : {}, query: {}, body: operation.body ? (body ?? {}) : undefined }
  return { ...onTheWire(operation, drawn), user: 'administrator' }
}

type CreatingId =
  | 'operator-access-control.createOperatorControl'
  | 'delegate-access-control.createDelegationControl'
  | 'delegate-access-control.createDelegationSubscription'

/** Something fresh, which nothing else depends on. */
function made(world: World, id: CreatingId): GoodCall {
  const input = { body: goodCalls[id](world).body } as never // right for that operation
  const thing = callHandler(world, handlers, id, input, { user: 'administrator' })
  world.clock.advance(3_600_000)
  return { id: thing.id }
}

const home = (world: World) => regionNamed(world)

function idOf<R extends { id: string }>(rows: { values(): IteratorObject<R> }, fits: (row: R) => boolean): string {
  const row = rows.values().find(fits)
  if (!row) throw new Error(`The seed has nothing that fits ${fits.toString()}`)
  return row.id
}

const elsewhere = (world: World) => ({ compartmentId: compartmentId(world, 'sandbox-lab') })

const pool = (world: World, state: string) => ({
  id: idOf(
    home(world).desktopPools,
    (row) => row.wire.lifecycleState === state && row.compartmentId !== elsewhere(world).compartmentId,
  ),
})

/** In a pool that is open. */
const desktop = (world: World, state: string) => ({
  id: idOf(
    home(world).desktops,
    ({ wire, extra }) =>
      wire.lifecycleState === state &&
      !extra.workRequestId &&
      home(world).desktopPools.get(wire.poolId).wire.lifecycleState === 'ACTIVE',
  ),
})

/** One that nobody approved yet. */
const accessRequest = (world: World, state: string) => ({
  id: idOf(
    home(world).accessRequests,
    ({ wire }) => wire.lifecycleState === state && (state !== 'APPROVALWAITING' || !wire.approverDetails?.length),
  ),
})

const delegated = (world: World, status: string) => ({
  id: idOf(
    home(world).delegatedResourceAccessRequests,
    ({ wire, extra }) => wire.requestStatus === status && !extra.approverIds?.length && !wire.isPendingMoreInfo,
  ),
})

const assignment = (world: World) => ({
  id: idOf(home(world).operatorControlAssignments, ({ wire }) => wire.lifecycleState === 'APPLIED'),
})

const delegationControl = (world: World) => ({
  id: idOf(home(world).delegationControls, ({ wire }) => wire.lifecycleState === 'ACTIVE'),
})

const subscription = (world: World) => ({
  id: idOf(home(world).delegationSubscriptions, ({ wire }) => wire.lifecycleState === 'ACTIVE'),
})

const controlTerms = (world: World) => ({
  operatorControlName: 'fresh',
  approverGroupsList: [groupId(world, 'access-approvers')],
  isFullyPreApproved: false,
})
