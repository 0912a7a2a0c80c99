import type { FastifySchema, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import { fieldErrors, inWords } from '../field-errors.ts'
import { Problem } from '../problem.ts'

/**
 * Validates by the contract's schemas. A body must be as it is promised: nothing in it is converted, filled in or left
 * out. Paths and queries are text, so there numbers, booleans and lists of one are read from it.
 */
export const validatorCompiler: FastifySchemaCompiler<FastifySchema> = ({ schema, httpPart }) => {
  const shape = schema as TSchema // all schemas are the contract's, which are TypeBox's
  const validator = Compile(shape)
  return (given: unknown) => {
    const value = httpPart === 'body' ? given : Value.Default(shape, Value.Convert(shape, { ...Object(given) }))
    if (validator.Check(value)) return { value }
    const errors = fieldErrors(validator.Errors(value))
    const where = httpPart === 'body' ? 'The body' : httpPart === 'params' ? 'The address' : 'The query'
    return { error: new Problem('invalid_input', `${where} is not valid: ${inWords(errors)}.`, { errors }) }
  }
}
