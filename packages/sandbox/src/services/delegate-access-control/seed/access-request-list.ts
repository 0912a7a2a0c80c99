import type { DelegateAccessControl } from '@gatehouse/oci-api'
import type { Status } from '../access-request-status.ts'

/** An access request of the seed: what it is about, and how far it has come. */
export interface SeededAccessRequest {
  status: Status
  severity: DelegateAccessControl.DelegatedResourceAccessRequestSeverity
  /** By the name of the control that governs it. */
  control: string
  /** Which of the usual cases. */
  about: number
  raisedMinutesAgo: number
  /** When it came into its status, for those that come after access was open. */
  lastMinutesAgo?: number
  durationInHours?: number
  extendDurationInHours?: number
  isAutoApproved?: boolean
  /** Who has given the first of two approvals. */
  firstApprovalBy?: 'administrator'
  /** Put to the operator and not answered yet. */
  question?: string
  /** Said by whoever decided last. */
  comment?: string
  /** An approved start that is still to come. */
  startsInMinutes?: number
}

const production = 'production-databases'
const cloud = 'production-cloud-databases'
const staging = 'staging-databases'
const ashburn = 'ashburn-production-databases'
const ashburnStaging = 'ashburn-staging-databases'
const updates = 'ashburn-managed-updates'

/** The most telling first: a smaller world has the beginning of the list. */
export const seededAccessRequests: SeededAccessRequest[] = [
  { status: 'APPROVAL_WAITING', severity: 'S1', control: production, about: 0, raisedMinutesAgo: 7 },
  {
    status: 'APPROVAL_WAITING',
    severity: 'S2',
    control: production,
    about: 1,
    raisedMinutesAgo: 48,
    firstApprovalBy: 'administrator',
    comment: 'The hang is real; the database team asked for this.',
  },
  {
    status: 'APPROVAL_WAITING',
    severity: 'S3',
    control: ashburnStaging,
    about: 7,
    raisedMinutesAgo: 95,
    question: 'Can the captures wait until the load test has ended at 18:00 UTC?',
  },
  {
    status: 'EXTENDING',
    severity: 'S2',
    control: cloud,
    about: 5,
    raisedMinutesAgo: 200,
    lastMinutesAgo: 14,
    extendDurationInHours: 3,
    comment: 'Approved for the first attempt.',
  },
  {
    status: 'EXTENDING',
    severity: 'S1',
    control: ashburn,
    about: 4,
    raisedMinutesAgo: 420,
    lastMinutesAgo: 33,
    extendDurationInHours: 4,
    comment: 'Standby is down; go ahead.',
  },
  {
    status: 'DEPLOYED',
    severity: 'S2',
    control: cloud,
    about: 1,
    raisedMinutesAgo: 130,
    comment: 'Please keep the service request up to date.',
  },
  {
    status: 'DEPLOYED',
    severity: 'S4',
    control: staging,
    about: 3,
    raisedMinutesAgo: 40,
    isAutoApproved: true,
  },
  {
    status: 'APPROVED_FOR_FUTURE',
    severity: 'S3',
    control: production,
    about: 2,
    raisedMinutesAgo: 260,
    startsInMinutes: 540,
    comment: 'Only in the night window.',
  },
  { status: 'OPERATOR_ASSIGNMENT_WAITING', severity: 'S2', control: ashburnStaging, about: 5, raisedMinutesAgo: 13 },
  {
    status: 'REVOKING',
    severity: 'S1',
    control: production,
    about: 0,
    raisedMinutesAgo: 150,
    lastMinutesAgo: 0.1,
    comment: 'Commands outside of the agreed scope were seen.',
  },
  {
    status: 'REVOKE_FAILED',
    severity: 'S1',
    control: cloud,
    about: 4,
    raisedMinutesAgo: 700,
    lastMinutesAgo: 320,
    comment: 'The cluster is back; access is no longer needed.',
  },
  { status: 'DEPLOY_FAILED', severity: 'S2', control: ashburn, about: 5, raisedMinutesAgo: 1600 },
  {
    status: 'REJECTED',
    severity: 'S4',
    control: ashburn,
    about: 3,
    raisedMinutesAgo: 2900,
    comment: 'The trace files are attached to the service request; no access is needed to read them.',
  },
  {
    status: 'COMPLETED',
    severity: 'S3',
    control: updates,
    about: 6,
    raisedMinutesAgo: 5200,
    lastMinutesAgo: 4700,
    isAutoApproved: true,
  },
  { status: 'APPROVAL_WAITING', severity: 'S4', control: ashburn, about: 3, raisedMinutesAgo: 22 },
  { status: 'EXPIRED', severity: 'S3', control: ashburnStaging, about: 7, raisedMinutesAgo: 4000 },
  {
    status: 'REVOKED',
    severity: 'S1',
    control: production,
    about: 0,
    raisedMinutesAgo: 3000,
    lastMinutesAgo: 2900,
    comment: 'Opened on the wrong cluster.',
  },
  { status: 'CLOSE_FAILED', severity: 'S2', control: cloud, about: 1, raisedMinutesAgo: 900, lastMinutesAgo: 610 },
  { status: 'EXPIRY_FAILED', severity: 'S3', control: staging, about: 5, raisedMinutesAgo: 800 },
  {
    status: 'UNDEPLOY_FAILED',
    severity: 'S2',
    control: ashburn,
    about: 1,
    raisedMinutesAgo: 1100,
    lastMinutesAgo: 820,
  },
  {
    status: 'EXTENDED',
    severity: 'S2',
    control: production,
    about: 5,
    raisedMinutesAgo: 190,
    lastMinutesAgo: 20,
    extendDurationInHours: 2,
  },
  {
    status: 'EXTENSION_REJECTED',
    severity: 'S3',
    control: cloud,
    about: 2,
    raisedMinutesAgo: 500,
    lastMinutesAgo: 70,
    extendDurationInHours: 6,
    comment: 'The window ends at midnight; ask again tomorrow.',
  },
  {
    status: 'EXTENSION_FAILED',
    severity: 'S2',
    control: ashburn,
    about: 1,
    raisedMinutesAgo: 280,
    lastMinutesAgo: 45,
    extendDurationInHours: 3,
  },
  { status: 'CREATED', severity: 'S4', control: ashburn, about: 3, raisedMinutesAgo: 0.2 },
  {
    status: 'PREAPPROVED',
    severity: 'S4',
    control: staging,
    about: 3,
    raisedMinutesAgo: 0.5,
    isAutoApproved: true,
  },
  { status: 'APPROVED', severity: 'S3', control: staging, about: 5, raisedMinutesAgo: 16 },
  { status: 'COMPLETING', severity: 'S2', control: ashburn, about: 5, raisedMinutesAgo: 170, lastMinutesAgo: 0.1 },
  { status: 'UNDEPLOYED', severity: 'S3', control: staging, about: 5, raisedMinutesAgo: 180, lastMinutesAgo: 0.1 },
]
