import * as contract from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { approvalNeedsComment, commentMaxLength, severitiesNeedingComment } from './severities-needing-comment.ts'

test('the console asks for a comment where the contract wants one, and for no longer one', () => {
  expect(severitiesNeedingComment).toEqual(contract.severitiesNeedingComment)
  expect(commentMaxLength).toBe(contract.commentMaxLength)
})

test('the most severe need a comment, the others and those without severity do not', () => {
  expect(['S1', 'S2', 'S3', 'S4', null].map((severity) => approvalNeedsComment({ severity }))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
