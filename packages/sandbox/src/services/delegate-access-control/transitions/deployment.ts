import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { errand } from '../../../world/errand.ts'
import type { Step, Work } from '../../../world/work.ts'
import type { WorkRequestRow } from '../../../world/world.ts'
import type { AboutAccessRequest } from '../about.ts'
import { aboutAccessRequest, subjectOf } from '../about.ts'
import { carryOut } from '../access-request-work.ts'
import { vmCluster } from '../vm-clusters.ts'
import { watchExpiry } from './expiry.ts'
import { move, statusOf, type Subject } from './move.ts'

/** The user that exists on the cluster's hosts as long as access does. */
export const temporaryUser = (accessRequestId: string) => `dlgt${accessRequestId.slice(-8)}`

export const deploymentCommands = (accessRequestId: string) => {
  const user = temporaryUser(accessRequestId)
  return [`useradd --create-home ${user}`, `install-authorized-key ${user}`, `auditctl -w /home/${user} -p rwxa`]
}

/**
 * Brings the operator onto the cluster: `before`, then the provider assigns an operator (APPROVED), the temporary user is
 * made on each host, and access is open (DEPLOYED) or could not be opened (DEPLOY_FAILED).
 */
export function startDeployment(
  subject: Subject,
  operationType: DelegateAccessControl.OperationType,
  before: Step[],
): WorkRequestRow {
  const { row } = subject
  const assignment = [...before, ...assignmentSteps(subject)]
  const hosts = hostSteps(subject)
  return carryOut(subject, {
    operationType,
    commands: deploymentCommands(row.id),
    steps: [...assignment, ...hosts],
    onSuccess: deployed(aboutAccessRequest(row)),
    otherwise: deploymentFailed(aboutAccessRequest(row)),
    ...(row.extra.failures?.includes('DEPLOY_FAILED')
      ? { failure: deploymentFailure(subject, assignment.length + Math.ceil(hosts.length / 2)) }
      : {}),
  })
}

/** Access begins: the granted hours run from this moment. */
const deployed = errand<AboutAccessRequest>('delegate-access-control/deployed', (world, about) => {
  const subject = subjectOf(world, about)
  const { row } = subject
  row.extra.grantedAtMs = world.clock.ms()
  row.extra.grantedHours = row.wire.durationInHours ?? 1
  move(subject, 'DEPLOYED')
  watchExpiry(subject)
})

const operatorAssigned = errand<AboutAccessRequest>('delegate-access-control/operator-assigned', (world, about) => {
  const subject = subjectOf(world, about)
  if (statusOf(subject.row) === 'OPERATOR_ASSIGNMENT_WAITING') move(subject, 'APPROVED')
})

const deploymentFailed = errand<AboutAccessRequest>('delegate-access-control/deployment-failed', (world, about) =>
  move(subjectOf(world, about), 'DEPLOY_FAILED'),
)

const assignmentSteps = ({ row }: Subject): Step[] => [
  { message: 'Asked the service provider to assign an operator' },
  { message: 'The service provider assigned an operator', act: operatorAssigned(aboutAccessRequest(row)) },
]

/** What is done on each host, also told by seeded work requests. */
export function hostSteps({ row: { wire } }: Pick<Subject, 'row'>): Step[] {
  const user = temporaryUser(wire.id)
  const actions = wire.requestedActionNames?.join(', ') ?? 'the requested actions'
  return [
    { message: `Generated an SSH key pair for ${user}` },
    ...vmCluster(wire.resourceId).hostnames.flatMap((host) => [
      { message: `${host}: created the temporary user ${user} with ${actions}` },
      { message: `${host}: command audit is on` },
    ]),
    ...(wire.databaseNameList ?? []).map((name) => ({ message: `Granted a session on database ${name}` })),
  ]
}

export const deploymentErrors = (resourceId: string) => {
  const [first = 'host', second = first] = vmCluster(resourceId).hostnames
  return [
    { code: 'HostUnreachable', message: `${second}: SSH connection timed out after 3 attempts of 30 seconds.` },
    { code: 'UserCreationFailed', message: `${second}: the temporary user could not be created on 1 of the hosts.` },
    { code: 'RolledBack', message: `${first}: the temporary user was removed again; no host is left with access.` },
  ]
}

function deploymentFailure(subject: Subject, afterSteps: number): NonNullable<Work['failure']> {
  return { afterSteps, errors: deploymentErrors(subject.row.wire.resourceId) }
}
