import type { AccessRequestRow } from '../../../world/world.ts'
import type { Reason } from '../reasons.ts'
import { approves, byItself, type Chapter } from './chapters.ts'

/** One access request and all that happened to it. */
export interface Story {
  region: string
  resource: string
  reason: Reason
  /** Hours asked for, where not the usual ones. */
  hours?: number
  raisedMinutesAgo: number
  /** How many nodes of the resource are asked for. */
  nodes?: number
  chapters: readonly Chapter[]
  outcomes?: Partial<AccessRequestRow['extra']>
  /** Hours from now at which the operator wishes to begin. */
  wishedInHours?: number
}

export const fra = 'eu-frankfurt-1'
export const iad = 'us-ashburn-1'
/** In minutes. */
export const hours = 60
export const days = 24 * hours

/** Waits for its approvers as from half a minute after it was raised. */
export const waits = (minutesAgo: number) => byItself('APPROVALWAITING', minutesAgo - 0.5)

/** Two approvals and access, within 20 minutes. */
export const granted = (minutesAgo: number, approvers: 1 | 2, comment = 'Agreed with the database team') => [
  waits(minutesAgo),
  approves('administrator', minutesAgo - 8, { approverComment: comment }),
  ...(approvers === 2 ? [approves('approver', minutesAgo - 14, { approverComment: 'Seconded' })] : []),
  byItself('DEPLOYED', minutesAgo - 15),
]

/** Approved by the system, and access within a minute. */
export const automatic = (minutesAgo: number) => [
  byItself('PREAPPROVED', minutesAgo - 0.2),
  byItself('DEPLOYED', minutesAgo - 0.7),
]
