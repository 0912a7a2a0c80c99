import { randomUUID } from 'node:crypto'
import type { AccessRequest, AccessRequestSummary } from '@gatehouse/contract'
import type { LightMyRequestResponse } from 'fastify'
import { createUser } from '../users/users.ts'
import { createBrowser, type Browser, type Stack } from './stack.ts'

export type AccessService = AccessRequestSummary['service']

export const accessServices: readonly AccessService[] = ['operator-access-control', 'delegate-access-control']

/** An operator raises one in Frankfurt that one approver decides on. */
export const raise = ({ sandbox }: Stack, service: AccessService, more: object = {}): Promise<{ id: string }> =>
  sandbox.control.raiseAccessRequest({ service, severity: 'S3', approvers: 1, ...more })

export const urlOf = (service: AccessService, { id }: { id: string }) =>
  `/api/access-requests/frankfurt/${service}/${id}`

/** Decides as that person on what they saw. */
export const decide = (
  browser: Browser,
  act: string,
  request: AccessRequest,
  body: object = {},
): Promise<LightMyRequestResponse> =>
  browser.post(`${urlOf(request.service, request)}/${act}`, {
    attemptId: randomUUID(),
    seen: request.version,
    comment: 'Agreed',
    ...body,
  })

/** An approver for whom no OCI user was set up. */
export async function signInWithoutKey(stack: Stack): Promise<Browser> {
  const name = `colleague-${randomUUID()}`
  const password = randomUUID()
  await createUser(stack.services.store, { name, role: 'approver', password })
  const browser = createBrowser(stack.app)
  const { statusCode, body } = await browser.post('/api/session', { name, password })
  if (statusCode !== 200) throw new Error(`Signing in failed: ${body}`)
  return browser
}
