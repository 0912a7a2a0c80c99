import { Ocid, ServiceId } from '@gatehouse/contract'
import { Type, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { fieldErrors, inWords } from './field-errors.ts'

const wordsFor = (schema: TSchema, value: unknown) => inWords(fieldErrors(Compile(schema).Errors(value)))

describe('validation errors are words', () => {
  const shape = Type.Object(
    {
      comment: Type.String({ minLength: 1, maxLength: 5, pattern: '\\S' }),
      service: Type.Optional(ServiceId),
      id: Type.Optional(Ocid),
      startsAt: Type.Optional(Type.String({ format: 'date-time' })),
      attemptId: Type.Optional(Type.String({ format: 'uuid' })),
      soft: Type.Optional(Type.Boolean()),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
      auditTypes: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { maxItems: 1 })),
      nullable: Type.Optional(Type.Union([Type.Object({ a: Type.String() }), Type.Null()])),
    },
    { additionalProperties: false },
  )
  for (const [value, words] of [
    [{}, 'comment is missing'],
    ['x', 'it must be an object'],
    [{ comment: '' }, 'comment must not be empty; comment must not be blank'],
    [{ comment: '  ' }, 'comment must not be blank'],
    [{ comment: 'longer' }, 'comment must have at most 5 characters'],
    [{ comment: 5 }, 'comment must be a string'],
    [{ comment: 'x', coment: 'x', 'a/b': 1 }, 'coment is not known here; a/b is not known here'],
    [
      { comment: 'x', service: 'compute' },
      'service must be one of desktops, operator-access-control, delegate-access-control',
    ],
    [{ comment: 'x', id: 'ocid2.x' }, 'id must be an OCID'],
    [{ comment: 'x', startsAt: 'noon' }, 'startsAt must be a time such as 2026-01-02T03:04:05Z'],
    [{ comment: 'x', attemptId: '1' }, 'attemptId must be a UUID'],
    [{ comment: 'x', soft: null }, 'soft must be a boolean'],
    [{ comment: 'x', limit: 0 }, 'limit must be at least 1'],
    [{ comment: 'x', limit: 6.5 }, 'limit must be an integer; limit must be at most 5'],
    [
      { comment: 'x', auditTypes: ['a', ''] },
      'auditTypes must have at most 1 of them; auditTypes[1] must not be empty',
    ],
    [{ comment: 'x', nullable: 5 }, 'nullable has none of the forms it may have'],
  ] as [unknown, string][])
    test(`${JSON.stringify(value)}: ${words}`, () => {
      const found = wordsFor(shape, value).split('; ').sort()
      expect(found).toEqual(words.split('; ').sort())
    })
})
