import { incorrectState, missingParameter } from '../../../fault.ts'
import { errand } from '../../../world/errand.ts'
import type { User } from '../../../world/world.ts'
import type { AboutAccessRequest } from '../about.ts'
import { aboutAccessRequest, subjectOf } from '../about.ts'
import { awaitsApproval } from '../access-request-status.ts'
import { requireApprover } from '../approvers.ts'
import { controlOf } from './decision.ts'
import { move, operator, soon, statusOf, type Subject } from './move.ts'

const answerPaces = 4

/** Asks the operator for more information. The operator answers by the clock, unless a decision comes first. */
export function ask(subject: Subject, user: User, question: string | undefined) {
  const { world, row } = subject
  const status = statusOf(row)
  requireApprover(world, controlOf(subject), user)
  if (!question?.trim()) throw missingParameter('moreInfoDetails must hold the question to the operator.')
  if (!awaitsApproval(status)) {
    throw incorrectState(`The access request is ${status}; the operator can be asked only before it is decided.`)
  }
  say(subject, 'CUSTOMER', question, user)
  move(subject, status, {
    by: user.id,
    comment: question,
    details: 'The operator has been asked for more information.',
    patch: { isPendingMoreInfo: true },
  })
  awaitAnswer(subject)
}

/** Lets the operator answer the latest question after a while. */
export function awaitAnswer(subject: Subject) {
  soon(subject.world, questionDue(aboutAccessRequest(subject.row)), answerPaces)
}

const questionDue = errand<AboutAccessRequest>('delegate-access-control/answer-due', (world, about) => {
  const subject = subjectOf(world, about)
  if (subject.row.wire.isPendingMoreInfo && awaitsApproval(statusOf(subject.row))) answerQuestion(subject)
})

/** The operator's answer; the words are given, or those an operator would use for these actions. */
export function answerQuestion(subject: Subject, message = usualAnswer(subject)) {
  const { row } = subject
  say(subject, 'OPERATOR', message)
  move(subject, statusOf(row), { by: operator, comment: message, patch: { isPendingMoreInfo: false } })
}

function say({ world, row }: Subject, userType: 'CUSTOMER' | 'OPERATOR', message: string, user?: User) {
  row.extra.interactions.push({
    messageIdentifier: `${row.wire.displayName ?? row.id}-${row.extra.interactions.length + 1}`,
    ...(user ? { userId: user.id } : {}),
    userName: user?.name ?? operator,
    userType,
    message,
    timestamp: world.clock.now().toISOString(),
  })
}

function usualAnswer({ row: { wire } }: Subject) {
  const actions = wire.requestedActionNames?.join(' and ') ?? 'The requested actions'
  const ticket = wire.ticketNumbers?.[0] ?? 'the service request'
  return `${actions} cover what is needed on ${wire.resourceName ?? 'the cluster'}. The steps and their roll-back are attached to ${ticket}; no database is restarted.`
}
