import { incorrectState, invalidParameter } from '../../../fault.ts'
import type { DelegatedResourceAccessRequestRow, DelegationControlRow, Region, World } from '../../../world/world.ts'
import { insertAccessRequest, type Wanted } from '../access-request.ts'
import { startAccessRequestWork } from '../access-request-work.ts'
import { startDeployment } from './deployment.ts'
import { watchDeadline } from './expiry.ts'
import { historyLine, move, operator, type Subject } from './move.ts'

const operationType = 'CREATE_DELEGATED_RESOURCE_ACCESS_REQUEST'

/**
 * An operator asks for access. It waits for approval, unless the control has pre-approved every action, or approves by
 * itself while the resource is being maintained: then access is deployed at once.
 */
export function raise(
  world: World,
  region: Region,
  control: DelegationControlRow,
  wanted: Wanted,
  circumstances: Pick<DelegatedResourceAccessRequestRow['extra'], 'failures' | 'revokeOutcome'> & {
    isInMaintenance?: boolean
  } = {},
): DelegatedResourceAccessRequestRow {
  requireGoverned(control, wanted)
  requireKnownActions(region, control, wanted.actions)
  const { isInMaintenance = false, ...fate } = circumstances
  const row = insertAccessRequest(world, region, control, wanted, world.clock.ms())
  Object.assign(row.extra, fate)
  row.extra.histories.push(
    historyLine('CREATED', world.clock.now().toISOString(), { by: operator, comment: wanted.reasonForRequest }),
  )

  const subject: Subject = { world, region, row }
  const message = `Received ${row.wire.displayName} from the service provider`
  const isPreApproved = wanted.actions.every((name) =>
    control.wire.preApprovedServiceProviderActionNames?.includes(name),
  )
  if (isPreApproved || (isInMaintenance && control.wire.isAutoApproveDuringMaintenance)) {
    const details = isPreApproved ? undefined : 'Approved by the delegation control because of maintenance.'
    move(subject, 'PREAPPROVED', { details, patch: { isAutoApproved: true } })
    startDeployment(subject, operationType, [{ message }, { message: 'Approved by the delegation control' }])
    return row
  }
  move(subject, 'APPROVAL_WAITING')
  startAccessRequestWork(subject, {
    operationType,
    steps: [
      { message },
      { message: `Compared the actions with delegation control ${control.wire.displayName}` },
      { message: 'Sent a message to the notification topic; an approver has to decide' },
    ],
  })
  watchDeadline(subject)
  return row
}

function requireGoverned({ wire }: DelegationControlRow, { resourceId }: Wanted) {
  if (wire.lifecycleState !== 'ACTIVE' && wire.lifecycleState !== 'UPDATING') {
    throw incorrectState(`The delegation control ${wire.displayName} is ${wire.lifecycleState}; it governs no access.`)
  }
  if (!wire.resourceIds?.includes(resourceId)) {
    throw invalidParameter(`${resourceId} is not governed by the delegation control ${wire.displayName}.`)
  }
}

function requireKnownActions(region: Region, { wire }: DelegationControlRow, names: string[]) {
  if (names.length === 0) throw invalidParameter('An access request asks for at least one action.')
  const known = [...region.serviceProviderActions.values()].filter(
    (action) => action.wire.resourceType === wire.resourceType && action.wire.lifecycleState === 'ACTIVE',
  )
  for (const name of names) {
    if (!known.some((action) => action.wire.name === name)) {
      throw invalidParameter(`There is no active service provider action ${name} for ${wire.resourceType}.`)
    }
  }
}
