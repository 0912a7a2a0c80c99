import { Type, type Static } from 'typebox'
import { AccessService } from './access-requests.ts'
import { endpoint } from './endpoint.ts'
import { Nullable } from './shared.ts'
import { WorkService } from './work-requests.ts'

const where = { connectionId: Type.String(), id: Type.String() }

/** A thing with a page, found by its name, id or user. */
export const Found = Type.Union([
  Type.Object({ noun: Type.Literal('desktop-pools'), ...where, name: Type.String(), state: Type.String() }),
  Type.Object({
    noun: Type.Literal('desktops'),
    ...where,
    name: Nullable(Type.String()),
    userName: Nullable(Type.String()),
    state: Type.String(),
    poolId: Type.String(),
  }),
  Type.Object({
    noun: Type.Literal('access-requests'),
    ...where,
    service: AccessService,
    name: Type.String(),
    summary: Type.String(),
  }),
  Type.Object({
    noun: Type.Literal('work-requests'),
    ...where,
    service: WorkService,
    operation: Type.String(),
    state: Type.String(),
  }),
])
export type Found = Static<typeof Found>

/** The most results of each noun. */
export const foundPerNoun = 6

export const search = endpoint({
  method: 'GET',
  url: '/api/search',
  permission: 'signed-in',
  schema: {
    summary: 'Things by name, id or user, of every list that the person may read',
    querystring: Type.Object(
      { search: Type.String({ minLength: 1, maxLength: 200 }) },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ items: Type.Array(Found) }) },
  },
})
