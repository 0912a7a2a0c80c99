import type { AccessRequestSummary } from '@gatehouse/contract'

/** Copy of the contract's list: the console imports only types from the contract. A test compares the two. */
export const severitiesNeedingComment: readonly string[] = ['S1', 'S2']

/** Copy of the contract's limit, compared by the same test. */
export const commentMaxLength = 2000

/** Whether an approval requires a comment. */
export const approvalNeedsComment = ({ severity }: Pick<AccessRequestSummary, 'severity'>) =>
  severity !== null && severitiesNeedingComment.includes(severity)
