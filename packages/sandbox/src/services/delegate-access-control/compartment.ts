import { invalidParameter, missingParameter, relatedResourceNotFound } from '../../fault.ts'
import type { Context } from '../../handler.ts'

/** Throws RelatedResourceNotAuthorizedOrNotFound unless the compartment named in the body is one the caller may see. */
export function requireCompartment(compartmentId: string, { world, caller }: Pick<Context, 'world' | 'caller'>) {
  const exists = compartmentId === world.tenancyId || world.compartments.find(compartmentId) !== undefined
  if (!exists || !world.maySee(caller, compartmentId)) {
    throw relatedResourceNotFound(`The compartment ${compartmentId} does not exist, or you may not use it.`)
  }
}

/** Where something is to be moved: a compartment that is given, exists and is another than where it lies. */
export function requireTarget(
  compartmentId: string | undefined,
  from: string,
  context: Pick<Context, 'world' | 'caller'>,
): string {
  if (compartmentId === undefined) throw missingParameter('compartmentId must name the compartment to move to.')
  requireCompartment(compartmentId, context)
  if (compartmentId === from) throw invalidParameter('It lies in this compartment already.')
  return compartmentId
}
