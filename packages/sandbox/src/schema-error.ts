import type { ErrorObject } from 'ajv'

/**
 * What is wrong in a file of ours, as a part of a sentence: `desktopPools.2.state must be one of ACTIVE, INACTIVE, FAILED`.
 */
export function inWords(error: ErrorObject | undefined): string {
  const path = (error?.instancePath ?? '').slice(1).replaceAll('/', '.')
  const inside = path ? `${path}.` : ''
  const { missingProperty, additionalProperty, allowedValues } = (error?.params ?? {}) as {
    missingProperty?: string
    additionalProperty?: string
    allowedValues?: string[]
  } // by keyword
  if (missingProperty) return `${inside}${missingProperty} is missing`
  if (additionalProperty) return `${inside}${additionalProperty} is nothing it knows`
  if (allowedValues) return `${path} must be one of ${allowedValues.join(', ')}`
  return `${path || 'it'} ${error?.message ?? 'is not valid'}`
}
