import type { Operation, OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'

/** The parts of a request that are the same for every call of an operation. Computed once. */
export interface RequestPlan {
  readonly operation: Operation
  /** The path split at its parameters: odd elements are parameter names. */
  readonly path: readonly string[]
  /** By the name in the input: `ifMatch` for `if-match`. */
  readonly headers: readonly { readonly name: string; readonly member: string }[]
  /** Every name that the input may have, in the order for error messages. */
  readonly members: ReadonlySet<string>
}

const plans = new Map<OperationId, RequestPlan>()

/** Undefined when there is no such operation. */
export function planOf(id: OperationId): RequestPlan | undefined {
  const existing = plans.get(id)
  if (existing) return existing
  if (!Object.hasOwn(operations, id)) return undefined
  const operation = operations[id]
  const headers = operation.headers.map((name) => ({ name, member: camel(name) }))
  const plan: RequestPlan = {
    operation,
    path: operation.path.split(/\{(\w+)\}/),
    headers,
    members: new Set([
      ...operation.pathParameters,
      ...operation.query.map(({ name }) => name),
      ...(operation.body ? ['body'] : []),
      ...headers.map(({ member }) => member),
    ]),
  }
  plans.set(id, plan)
  return plan
}

const camel = (header: string) => header.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
