import { incorrectState, invalidParameter } from '../../../fault.ts'
import { errand } from '../../../world/errand.ts'
import type { WorkRequestRow } from '../../../world/world.ts'
import type { AboutAccessRequest } from '../about.ts'
import { aboutAccessRequest, subjectOf } from '../about.ts'
import { isOpen } from '../access-request-status.ts'
import { carryOut } from '../access-request-work.ts'
import { vmCluster } from '../vm-clusters.ts'
import { watchExpiry } from './expiry.ts'
import { move, operator, statusOf, type Subject } from './move.ts'

/** The operator asks for more hours while access is open; a fresh round of approvals begins. */
export function askExtension(subject: Subject, hours: number) {
  const { row } = subject
  const status = statusOf(row)
  if (!Number.isInteger(hours) || hours < 1)
    throw invalidParameter('An extension is asked for in whole hours, at least 1.')
  if (!isOpen(status) || status === 'EXTENDING') {
    throw incorrectState(`The access request is ${status}; an extension can be asked for only while access is open.`)
  }
  row.extra.approverIds = []
  move(subject, 'EXTENDING', {
    by: operator,
    comment: `Needs ${hours} more ${hours === 1 ? 'hour' : 'hours'} to finish.`,
    patch: { extendDurationInHours: hours, numExtensionApprovals: 0 },
  })
}

/** Puts an approved extension into effect: EXTENDED, or EXTENSION_FAILED and access ends as first approved. */
export function startExtension(subject: Subject, message: string): WorkRequestRow {
  const { row } = subject
  const hours = row.wire.extendDurationInHours ?? 0
  const { hostnames } = vmCluster(row.wire.resourceId)
  const [first = 'host'] = hostnames
  return carryOut(subject, {
    operationType: 'APPROVE_DELEGATED_RESOURCE_ACCESS_REQUEST',
    steps: [
      { message },
      ...hostnames.map((host) => ({ message: `${host}: moved the end of access by ${hours} hours` })),
    ],
    onSuccess: extended({ ...aboutAccessRequest(row), hours }),
    otherwise: extensionFailed(aboutAccessRequest(row)),
    ...(row.extra.failures?.includes('EXTENSION_FAILED')
      ? {
          failure: {
            afterSteps: 2,
            errors: [
              { code: 'ExtensionFailed', message: `${first}: the end of the temporary user could not be changed.` },
              { code: 'RolledBack', message: 'The end of access is what it was before.' },
            ],
          },
        }
      : {}),
  })
}

const extended = errand<AboutAccessRequest & { hours: number }>(
  'delegate-access-control/extended',
  (world, { hours, ...about }) => {
    const subject = subjectOf(world, about)
    const { extra } = subject.row
    extra.grantedHours = (extra.grantedHours ?? 0) + hours
    move(subject, 'EXTENDED')
    watchExpiry(subject)
  },
)

const extensionFailed = errand<AboutAccessRequest>('delegate-access-control/extension-failed', (world, about) => {
  const subject = subjectOf(world, about)
  move(subject, 'EXTENSION_FAILED')
  watchExpiry(subject)
})
