import { incorrectState } from '../../../fault.ts'
import { errand } from '../../../world/errand.ts'
import type { Step } from '../../../world/work.ts'
import { supersedeWork } from '../../../world/work.ts'
import type { User, WorkRequestRow } from '../../../world/world.ts'
import type { AboutAccessRequest } from '../about.ts'
import { aboutAccessRequest, subjectOf } from '../about.ts'
import { isGranted, isOpen } from '../access-request-status.ts'
import { carryOut } from '../access-request-work.ts'
import { requireApprover } from '../approvers.ts'
import { vmCluster } from '../vm-clusters.ts'
import { controlOf } from './decision.ts'
import { temporaryUser } from './deployment.ts'
import { move, statusOf, type Subject } from './move.ts'

/** Takes an approval back: REVOKING at once, then REVOKED, or REVOKE_FAILED when `revokeOutcome` says so. */
export function revoke(subject: Subject, user: User, approverComment?: string): WorkRequestRow {
  const { region, row } = subject
  const status = statusOf(row)
  requireApprover(subject.world, controlOf(subject), user)
  if (!isGranted(status)) {
    throw incorrectState(`The access request is ${status} and cannot be revoked; only one that has been granted can.`)
  }
  const running = row.extra.workRequestId && region.workRequests.find(row.extra.workRequestId)
  if (running) supersedeWork(subject.world, running)

  move(subject, 'REVOKING', { by: user.id, comment: approverComment })
  return startRevocation(subject, user.name, isOpen(status))
}

/** Takes the operator off the cluster; `deployed` says whether a temporary user is there to be removed. */
export function startRevocation(subject: Subject, userName: string, deployed: boolean): WorkRequestRow {
  const { row } = subject
  const steps = revocationSteps(row, userName, deployed)
  return carryOut(subject, {
    operationType: 'REVOKE_DELEGATED_RESOURCE_ACCESS_REQUEST',
    commands: deployed ? revocationCommands(row.id) : [],
    steps,
    onSuccess: revoked(aboutAccessRequest(row)),
    otherwise: revocationFailed(aboutAccessRequest(row)),
    ...(row.extra.revokeOutcome === 'REVOKE_FAILED'
      ? {
          failure: {
            afterSteps: steps.length - 1,
            errors: revocationErrors(row.wire.resourceId, temporaryUser(row.id)),
          },
        }
      : {}),
  })
}

const revoked = errand<AboutAccessRequest>('delegate-access-control/revoked', (world, about) =>
  move(subjectOf(world, about), 'REVOKED'),
)

const revocationFailed = errand<AboutAccessRequest>('delegate-access-control/revocation-failed', (world, about) =>
  move(subjectOf(world, about), 'REVOKE_FAILED'),
)

export const revocationCommands = (accessRequestId: string) => [
  `pkill -KILL -u ${temporaryUser(accessRequestId)}`,
  `userdel --remove ${temporaryUser(accessRequestId)}`,
]

export const revocationErrors = (resourceId: string, user: string) => {
  const [first = 'host', second = first] = vmCluster(resourceId).hostnames
  return [
    { code: 'SessionStillOpen', message: `${first}: a session of ${user} did not end within 60 seconds.` },
    { code: 'UserRemovalFailed', message: `${first}: userdel ${user}: user is currently used by a process.` },
    { code: 'HostUnreachable', message: `${second}: SSH connection timed out after 3 attempts of 30 seconds.` },
    { code: 'AccessMayBeOpen', message: 'Access could not be taken back on every host. Contact the service provider.' },
  ]
}

export function revocationSteps({ wire }: Subject['row'], userName: string, deployed: boolean): Step[] {
  const user = temporaryUser(wire.id)
  const hosts = deployed ? vmCluster(wire.resourceId).hostnames : []
  return [
    { message: `Recorded the revocation by ${userName}` },
    { message: 'Told the service provider to close the sessions of its operator' },
    ...hosts.flatMap((host) => [
      { message: `${host}: ended the sessions of ${user}` },
      { message: `${host}: removed the temporary user ${user}` },
    ]),
    { message: 'Destroyed the SSH key pair' },
  ]
}
