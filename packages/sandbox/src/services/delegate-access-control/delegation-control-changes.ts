import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { incorrectState } from '../../fault.ts'
import { answer, done, type Handler } from '../../handler.ts'
import { compartmentFor } from '../compartments.ts'
import type { DelegationControlRow, Region } from '../../world/world.ts'
import { isClosed } from './access-request-status.ts'
import { requireTarget } from './compartment.ts'
import { requireConsistent, requireSubscriptions } from './delegation-control-rules.ts'
import { applyControl, closeControl, moveControl } from './transitions/control.ts'
import { statusOf } from './transitions/move.ts'

export const createDelegationControl: Handler<'delegate-access-control.createDelegationControl'> = (
  { body },
  context,
) => {
  const { world, region } = context
  compartmentFor(world, context.caller, body.compartmentId)
  const asked = { numApprovalsRequired: 1, preApprovedServiceProviderActionNames: [], ...body } as Omit<
    DelegateAccessControl.DelegationControl,
    'id'
  > // the schema has checked the message format
  requireSubscriptions(context, body.delegationSubscriptionIds)
  requireConsistent(region, asked)

  const id = world.ocid('delegationcontrol', region.name)
  const now = world.clock.now().toISOString()
  const wire = {
    ...asked,
    id,
    lifecycleState: 'CREATING' as const,
    timeCreated: now,
    timeUpdated: now,
    freeformTags: body.freeformTags ?? {},
    definedTags: body.definedTags ?? {},
  }
  const row: DelegationControlRow = world.row(region, id, body.compartmentId, wire, { resources: [] })
  region.delegationControls.insert(row)
  const work = applyControl(world, region, row, 'CREATE')
  return answer(row.wire, { workRequestId: work.id })
}

export const updateDelegationControl: Handler<'delegate-access-control.updateDelegationControl'> = (
  { delegationControlId, body },
  context,
) => {
  const { world, region } = context
  const row = region.delegationControls.get(delegationControlId)
  requireIdle(row, 'updated')
  const patch = body as Partial<DelegateAccessControl.DelegationControl> // the schema has checked the message format
  const next = { ...row.wire, ...patch }
  requireSubscriptions(context, body.delegationSubscriptionIds)
  requireConsistent(region, next)
  requireNoOpenAccess(
    region,
    row,
    (row.wire.resourceIds ?? []).filter((id) => !next.resourceIds?.includes(id)),
  )

  region.delegationControls.change(row, {
    ...patch,
    lifecycleState: 'UPDATING',
    timeUpdated: world.clock.now().toISOString(),
  })
  const work = applyControl(world, region, row, 'UPDATE')
  return answer(row.wire, { workRequestId: work.id })
}

/** Refused while an access request on a governed resource is open: who ends that access would be unsaid. */
export const deleteDelegationControl: Handler<'delegate-access-control.deleteDelegationControl'> = (
  { delegationControlId, description },
  { world, region },
) => {
  const row = region.delegationControls.get(delegationControlId)
  const state = row.wire.lifecycleState
  if (state === 'DELETED' || state === 'DELETING' || state === 'CREATING' || state === 'UPDATING') {
    throw incorrectState(`The delegation control is ${state} and cannot be deleted.`)
  }
  requireNoOpenAccess(region, row, row.wire.resourceIds ?? [])
  return done(closeControl(world, region, row, description).id)
}

export const changeDelegationControlCompartment: Handler<
  'delegate-access-control.changeDelegationControlCompartment'
> = ({ delegationControlId, body }, context) => {
  const row = context.region.delegationControls.get(delegationControlId)
  const compartmentId = requireTarget(body.compartmentId, row.compartmentId, context)
  requireIdle(row, 'moved')
  return done(moveControl(context.world, context.region, row, compartmentId).id)
}

function requireIdle({ wire }: DelegationControlRow, done: string) {
  if (wire.lifecycleState === 'ACTIVE' || wire.lifecycleState === 'NEEDS_ATTENTION') return
  throw incorrectState(`The delegation control is ${wire.lifecycleState} and cannot be ${done} until it is ACTIVE.`)
}

function requireNoOpenAccess(region: Region, control: DelegationControlRow, resourceIds: string[]) {
  const open = [...region.delegatedResourceAccessRequests.values()].filter(
    (row) =>
      row.wire.delegationControlId === control.id &&
      resourceIds.includes(row.wire.resourceId) &&
      !isClosed(statusOf(row)),
  )
  if (open.length === 0) return
  const names = open.map(({ wire }) => wire.displayName ?? wire.id).join(', ')
  throw incorrectState(`Access requests are open on resources of this delegation control: ${names}. Close them first.`)
}
