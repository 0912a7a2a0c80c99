import { Type, type TObject, type TProperties } from 'typebox'
import { Action } from './activity.ts'
import type { Endpoint } from './endpoint.ts'
import type { Permission } from './permissions.ts'
import { AttemptId } from './shared.ts'

const attempt = { attemptId: AttemptId }

/** The body of an act: its attempt, and what the act takes. */
export type ActBody<Body extends TProperties> = TObject<typeof attempt & Body>

/** An endpoint that changes something at OCI. It goes through the ledger and answers with the recorded Action. */
export interface ActEndpoint extends Endpoint {
  act: true
  method: 'POST'
  permission: Permission
}

/**
 * Declares an act. The endpoint answers 202 with an Action that is `accepted`, `done` or `unknown`. An act that failed is
 * answered as a Problem whose `attempt` says so.
 */
export function act<Url extends `/api/${string}`, Params extends TObject, const Body extends TProperties>({
  url,
  permission,
  summary,
  params,
  body,
}: {
  url: Url
  permission: Permission
  summary: string
  params: Params
  body: Body
}) {
  return {
    act: true as const,
    method: 'POST' as const,
    url,
    permission,
    schema: {
      summary,
      params,
      body: Type.Object({ ...attempt, ...body }, { additionalProperties: false }) as ActBody<Body>, // the compiler does not merge a spread of type parameters
      response: { 202: Action },
    },
  } satisfies ActEndpoint
}
