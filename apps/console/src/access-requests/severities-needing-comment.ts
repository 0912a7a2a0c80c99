import type { AccessRequestSummary } from '@gatehouse/contract'

/** The contract's list of the same name, which the browser takes types from alone; a test holds the two together. */
export const severitiesNeedingComment: readonly string[] = ['S1', 'S2']

/** The contract's longest text for OCI, likewise. */
export const commentMaxLength = 2000

/** Whether an approval has to say why. */
export const approvalNeedsComment = ({ severity }: Pick<AccessRequestSummary, 'severity'>) =>
  severity !== null && severitiesNeedingComment.includes(severity)
