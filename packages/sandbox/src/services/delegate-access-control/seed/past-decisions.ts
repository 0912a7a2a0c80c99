import type { DelegateAccessControl } from '@gatehouse/oci-api'
import type { DelegatedResourceAccessRequestRow, Region, World } from '../../../world/world.ts'
import type { Status } from '../access-request-status.ts'
import { accessRequestResources } from '../access-request-work.ts'
import { deploymentCommands, deploymentErrors, hostSteps, temporaryUser } from '../transitions/deployment.ts'
import { statusOf } from '../transitions/move.ts'
import { revocationCommands, revocationErrors, revocationSteps } from '../transitions/revocation.ts'
import { insertPastWork, type PastWork } from './past-work.ts'

type Verb = 'CREATE' | 'APPROVE' | 'REJECT' | 'REVOKE'
type AccessRequestRow = DelegatedResourceAccessRequestRow
type Told = Pick<PastWork, 'messages' | 'status' | 'errors'> & { commands?: string[] }

/** What was decided on seeded access requests has left work requests behind: failed ones first, mere arrivals last. */
export function pastDecisions(world: World, region: Region): (() => unknown)[] {
  const settled = [...region.delegatedResourceAccessRequests.values()].filter(({ extra }) => !extra.workRequestId)
  return settled
    .flatMap((row) => verbsOf(row).map((verb) => ({ row, verb })))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(
      ({ row, verb }) =>
        () =>
          insertDecision(world, region, row, verb),
    )
}

function verbsOf(row: AccessRequestRow): Verb[] {
  const status = statusOf(row)
  if (status === 'REJECTED') return ['REJECT', 'CREATE']
  if (status === 'REVOKED' || status === 'REVOKE_FAILED') return ['REVOKE', 'CREATE']
  const isApproved = status === 'DEPLOY_FAILED' || (row.extra.grantedAtMs !== undefined && !row.wire.isAutoApproved)
  return isApproved ? ['APPROVE', 'CREATE'] : ['CREATE']
}

function rank({ row, verb }: { row: AccessRequestRow; verb: Verb }) {
  if (verb === 'CREATE') return 2
  return statusOf(row).endsWith('_FAILED') ? 0 : 1
}

/** The status with which each decision came, and those with which its work had ended. */
const course: Record<Verb, { from: Status; until: Status[] }> = {
  CREATE: { from: 'CREATED', until: ['APPROVAL_WAITING'] },
  APPROVE: { from: 'OPERATOR_ASSIGNMENT_WAITING', until: ['DEPLOYED', 'DEPLOY_FAILED'] },
  REJECT: { from: 'REJECTED', until: [] },
  REVOKE: { from: 'REVOKING', until: ['REVOKED', 'REVOKE_FAILED'] },
}

const shortestMs = 8000

function insertDecision(world: World, region: Region, row: AccessRequestRow, verb: Verb) {
  const { from, until } = course[verb]
  const momentOf = (statuses: Status[]) =>
    Date.parse(
      row.extra.histories.find(({ requestStatus = from }) => statuses.includes(requestStatus))?.timestamp ??
        row.wire.timeCreated ??
        '',
    )
  const acceptedAtMs = momentOf([from])
  const operationType: DelegateAccessControl.OperationType = `${verb}_DELEGATED_RESOURCE_ACCESS_REQUEST`
  const { commands, ...told } = tell[verb](row)
  insertPastWork(world, region, {
    ...told,
    operationType,
    compartmentId: row.compartmentId,
    resources: accessRequestResources(row.wire, operationType, commands),
    acceptedAtMs,
    tookMs: Math.max(shortestMs, momentOf(until) - acceptedAtMs),
  })
}

const tell: Record<Verb, (row: AccessRequestRow) => Told> = {
  CREATE: ({ wire }) => ({
    messages: [
      `Received ${wire.displayName} from the service provider`,
      'Sent a message to the notification topic of the delegation control',
    ],
  }),
  APPROVE: (row) => {
    const hosts = hostSteps({ row }).map(({ message }) => message)
    const before = ['Recorded the last approval', 'The service provider assigned an operator']
    const commands = deploymentCommands(row.id)
    if (statusOf(row) !== 'DEPLOY_FAILED') return { commands, messages: [...before, ...hosts] }
    const errors = deploymentErrors(row.wire.resourceId)
    return { commands, messages: [...before, ...hosts.slice(0, 3)], status: 'FAILED', errors }
  },
  REJECT: () => ({ messages: ['Recorded the rejection by approver', 'Told the service provider'] }),
  REVOKE: (row) => {
    const removal = revocationSteps(row, 'approver', true).map(({ message }) => message)
    const commands = revocationCommands(row.id)
    if (statusOf(row) !== 'REVOKE_FAILED') return { commands, messages: removal }
    const errors = revocationErrors(row.wire.resourceId, temporaryUser(row.id))
    return { commands, messages: removal.slice(0, 3), status: 'FAILED', errors }
  },
}
