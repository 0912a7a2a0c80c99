import type { FastifySchema, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import { fieldErrors, inWords } from '../field-errors.ts'
import { Problem } from '../problem.ts'
import { wellFormed } from '../well-formed.ts'

/**
 * Validates by the contract's schemas, with all text made well-formed. A body must be as the contract promises it: nothing
 * in it is converted, filled in or left out. Paths and queries are text: numbers, booleans and lists of one are read from
 * it.
 */
export const validatorCompiler: FastifySchemaCompiler<FastifySchema> = ({ schema, httpPart }) => {
  const shape = schema as TSchema // all schemas are the contract's, which are TypeBox's
  const validator = Compile(shape)
  return (input: unknown) => {
    const text = wellFormed(input)
    const value = httpPart === 'body' ? text : Value.Default(shape, Value.Convert(shape, { ...Object(text) }))
    if (validator.Check(value)) return { value }
    const errors = fieldErrors(validator.Errors(value))
    const where = httpPart === 'body' ? 'The body' : httpPart === 'params' ? 'The address' : 'The query'
    return { error: new Problem('invalid_input', `${where} is not valid: ${inWords(errors)}.`, { errors }) }
  }
}
