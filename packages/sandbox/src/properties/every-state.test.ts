import type { OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { UserName } from '../world/seed/tenancy.ts'
import { userNamed } from '../world/seed/tenancy.ts'
import type { Row } from '../world/table.ts'
import type { Region } from '../world/world.ts'
import { goodCall, otherBody } from './good-calls.ts'
import type { ChangingId } from './good-calls.ts'
import type { Rig } from './rig.ts'
import { createRig } from './rig.ts'

let rig: Rig

beforeAll(async () => {
  rig = await createRig({ size: { pools: 24, desktops: 200, accessRequests: 80, workRequests: 60 } })
})
afterAll(() => rig.close())
beforeEach(() => rig.state.reset())

const undecided = ['CREATED', 'APPROVALWAITING', 'INREVIEW', 'MOREINFO']
const granted = [
  'PREAPPROVED',
  'APPROVED',
  'APPROVEDFORFUTURE',
  'DEPLOYED',
  'EXTENDING',
  'EXTENDED',
  'EXTENSIONREJECTED',
]
const delegatedGranted = [
  'OPERATOR_ASSIGNMENT_WAITING',
  'PREAPPROVED',
  'APPROVED',
  'APPROVED_FOR_FUTURE',
  'DEPLOYED',
  'EXTENDING',
  'EXTENDED',
  'EXTENSION_REJECTED',
  'EXTENSION_FAILED',
]

/** In which states each operation is taken: what the user guides say of them, and the meaning of their names. */
const taken: Partial<Record<ChangingId, string[]>> = {
  'desktops.startDesktopPool': ['INACTIVE'],
  'desktops.stopDesktopPool': ['ACTIVE'],
  'desktops.updateDesktopPool': ['ACTIVE', 'INACTIVE'],
  'desktops.changeDesktopPoolCompartment': ['ACTIVE', 'INACTIVE'],
  'desktops.deleteDesktopPool': ['ACTIVE', 'INACTIVE', 'FAILED'],
  'desktops.startDesktop': ['INACTIVE'],
  'desktops.stopDesktop': ['ACTIVE'],
  'desktops.updateDesktop': ['ACTIVE', 'INACTIVE'],
  'desktops.deleteDesktop': ['ACTIVE', 'INACTIVE', 'FAILED'],
  'desktops.cancelWorkRequest': ['ACCEPTED', 'IN_PROGRESS', 'WAITING'],
  'operator-access-control.approveAccessRequest': [...undecided, 'EXTENDING'],
  'operator-access-control.rejectAccessRequest': [...undecided, 'EXTENDING'],
  'operator-access-control.reviewAccessRequest': ['CREATED', 'APPROVALWAITING'],
  'operator-access-control.interactionRequest': undecided,
  'operator-access-control.revokeAccessRequest': granted,
  'operator-access-control.updateOperatorControl': ['CREATED', 'ASSIGNED', 'UNASSIGNED'],
  'operator-access-control.changeOperatorControlCompartment': ['CREATED', 'ASSIGNED', 'UNASSIGNED'],
  'operator-access-control.deleteOperatorControl': ['CREATED', 'UNASSIGNED'],
  'operator-access-control.updateOperatorControlAssignment': [
    'APPLIED',
    'APPLYFAILED',
    'UPDATEFAILED',
    'CUSTOMERASSIGNED',
  ],
  'operator-access-control.validateOperatorAssignment': ['APPLIED', 'APPLYFAILED', 'UPDATEFAILED', 'CUSTOMERASSIGNED'],
  'operator-access-control.deleteOperatorControlAssignment': [
    'CREATED',
    'APPLIED',
    'APPLYFAILED',
    'UPDATEFAILED',
    'CUSTOMERASSIGNED',
  ],
  'delegate-access-control.approveDelegatedResourceAccessRequest': ['CREATED', 'APPROVAL_WAITING', 'EXTENDING'],
  'delegate-access-control.rejectDelegatedResourceAccessRequest': ['CREATED', 'APPROVAL_WAITING', 'EXTENDING'],
  'delegate-access-control.serviceProviderInteractionRequest': ['CREATED', 'APPROVAL_WAITING'],
  'delegate-access-control.revokeDelegatedResourceAccessRequest': delegatedGranted,
  'delegate-access-control.updateDelegationControl': ['ACTIVE', 'NEEDS_ATTENTION'],
  'delegate-access-control.changeDelegationControlCompartment': ['ACTIVE', 'NEEDS_ATTENTION'],
  'delegate-access-control.updateDelegationSubscription': ['ACTIVE'],
  'delegate-access-control.changeDelegationSubscriptionCompartment': ['ACTIVE'],
}

/** What the path names, and the state that decides. */
const tables: Record<string, (region: Region) => Iterable<Row<object, unknown>>> = {
  desktopPoolId: ({ desktopPools }) => desktopPools.values(),
  // a desktop is acted upon only in a pool that is open
  desktopId: ({ desktops, desktopPools }) =>
    desktops.values().filter(({ wire }) => desktopPools.get(wire.poolId).wire.lifecycleState === 'ACTIVE'),
  workRequestId: ({ workRequests }) => workRequests.values().filter(({ extra }) => extra.service === 'desktops'),
  accessRequestId: ({ accessRequests }) => accessRequests.values(),
  operatorControlId: ({ operatorControls }) => operatorControls.values(),
  operatorControlAssignmentId: ({ operatorControlAssignments }) => operatorControlAssignments.values(),
  delegatedResourceAccessRequestId: ({ delegatedResourceAccessRequests }) => delegatedResourceAccessRequests.values(),
  delegationControlId: ({ delegationControls }) => delegationControls.values(),
  delegationSubscriptionId: ({ delegationSubscriptions }) => delegationSubscriptions.values(),
}

const stateOf = ({ wire }: Row<object, unknown>) => {
  const { status, requestStatus, lifecycleState } = wire as Record<string, string> // one of them, by kind
  return requestStatus ?? lifecycleState ?? status ?? ''
}

/** One thing of that kind in each state there is, over all regions. */
function oneOfEach(operationId: OperationId): Map<string, Row<object, unknown>> {
  const [parameter = ''] = operations[operationId].pathParameters
  const found = new Map<string, Row<object, unknown>>()
  for (const region of rig.world.regions.values())
    for (const row of tables[parameter]!(region)) found.set(stateOf(row), row)
  return found
}

/** Somebody who has not decided on it yet, since nobody may twice. */
function deciderOn({ wire }: Row<object, unknown>): UserName {
  const { id } = userNamed(rig.world, 'administrator')
  return JSON.stringify(wire).includes(id) ? 'approver' : 'administrator'
}

test.each(Object.entries(taken))('%s is taken in the states %j, and refused in every other', async (name, states) => {
  const id = name as ChangingId // a key of the table
  const plain = goodCall(rig.world, id)
  const body = operations[id].name.startsWith('change') ? JSON.stringify(otherBody(rig.world, id)) : plain.body
  const rows = oneOfEach(id)
  const refused: string[] = []
  for (const [state, row] of rows) {
    const target = `/${row.region}${plain.target.replace(/ocid1[^/?]+/, encodeURIComponent(row.id))}`
    const answer = await rig.call({ ...plain, target, user: deciderOn(row), ...(body === undefined ? {} : { body }) })
    if (answer.body?.code === 'IncorrectState') refused.push(state)
    // whatever else may keep it from being done is no matter of its state
    expect([200, 202, 204, 400, 409], `${state}: ${JSON.stringify(answer.body)}`).toContain(answer.status)
    expect(rig.failures).toEqual([])
  }
  expect(refused.toSorted()).toEqual([...rows.keys()].filter((state) => !states.includes(state)).toSorted())
  expect(refused.length).toBeGreaterThan(0)
})
