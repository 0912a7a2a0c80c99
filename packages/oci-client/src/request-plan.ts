import type { Operation, OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'

/** What is the same in every request of an operation, worked out once. */
export interface RequestPlan {
  readonly operation: Operation
  /** The path cut at its parameters: their names are at the odd places. */
  readonly path: readonly string[]
  /** By the name in the input: `ifMatch` for `if-match`. */
  readonly headers: readonly { readonly name: string; readonly member: string }[]
  /** Every name that the input may have, in the order in which a person is told of them. */
  readonly members: ReadonlySet<string>
}

const plans = new Map<OperationId, RequestPlan>()

/** Undefined when there is no such operation. */
export function planOf(id: OperationId): RequestPlan | undefined {
  const known = plans.get(id)
  if (known) return known
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
