import { invalidParameter } from '../../fault.ts'
import type { Context } from '../../handler.ts'
import { compartmentFor } from '../compartments.ts'

/** Where something is to be moved: a compartment that is given, exists and is another than where it lies. */
export function requireTarget(
  compartmentId: string | undefined,
  from: string,
  { world, caller }: Pick<Context, 'world' | 'caller'>,
): string {
  const target = compartmentFor(world, caller, compartmentId)
  if (target === from) throw invalidParameter('It lies in this compartment already.')
  return target
}
