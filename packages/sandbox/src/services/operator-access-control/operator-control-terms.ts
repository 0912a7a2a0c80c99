import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { alreadyExists, invalidParameter } from '../../fault.ts'
import type { Region } from '../../world/world.ts'
import { actionNames } from './action-catalogue.ts'

type Control = OperatorAccessControl.OperatorControl
type Details = OperatorAccessControl.UpdateOperatorControlDetails

/**
 * What the customer decides about a control, and the actions that need an approval as a consequence; fields left out are
 * undefined. Throws InvalidParameter for an action the resource type does not have, and for a control nobody can approve.
 */
export function terms(body: Details, resourceType: Control['resourceType']): Partial<Control> {
  const all = actionNames(resourceType)
  const preApproved = body.isFullyPreApproved ? all : (body.preApprovedOpActionList ?? [])
  for (const name of preApproved) {
    if (!all.includes(name)) {
      throw invalidParameter(
        `${name} in preApprovedOpActionList is no operator action for a resource of type ${resourceType}; those are ${all.join(', ')}.`,
      )
    }
  }
  const hasApprovers = body.approverGroupsList.length > 0 || (body.approversList ?? []).length > 0
  if (!body.isFullyPreApproved && !hasApprovers) {
    throw invalidParameter(
      'A control that does not approve everything in advance needs approversList or approverGroupsList.',
    )
  }
  return {
    operatorControlName: body.operatorControlName,
    description: body.description,
    approversList: body.approversList ?? [],
    approverGroupsList: body.approverGroupsList,
    preApprovedOpActionList: preApproved,
    approvalRequiredOpActionList: all.filter((name) => !preApproved.includes(name)),
    isFullyPreApproved: body.isFullyPreApproved,
    notificationTopicId: body.notificationTopicId,
    emailIdList: body.emailIdList,
    systemMessage: body.systemMessage,
  }
}

/** Throws NotAuthorizedOrResourceAlreadyExists; the names of deleted controls are free again. */
export function requireFreeName(region: Region, name: string, besidesId?: string): void {
  const taken = region.operatorControls
    .values()
    .some(({ id, wire }) => id !== besidesId && wire.operatorControlName === name && wire.lifecycleState !== 'DELETED')
  if (taken) throw alreadyExists(`An operator control named ${name} exists already.`)
}
