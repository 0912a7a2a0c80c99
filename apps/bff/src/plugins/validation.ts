import type { FastifySchema, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import { fieldErrors, inWords } from '../field-errors.ts'
import { Problem } from '../problem.ts'
import { wellFormed } from '../well-formed.ts'

/**
 * Validates by the contract's schemas, after making all text well-formed. Bodies are validated as they are. Paths and
 * queries are text, so numbers, booleans and lists of one are converted first.
 */
export const validatorCompiler: FastifySchemaCompiler<FastifySchema> = ({ schema, httpPart }) => {
  const shape = schema as TSchema // the contract's schemas are TypeBox schemas
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
