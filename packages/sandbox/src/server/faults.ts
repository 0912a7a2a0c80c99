import type { OperationId } from '@gatehouse/oci-api'
import { createRandom } from '../world/random.ts'

/** Something to go wrong on request. Without `times` or `probability` it happens at every call until it is cleared. */
export interface FaultRule {
  operation: OperationId | '*'
  /** Only for calls that name this thing in their path. */
  resourceId?: string
  /** For the next so many calls. */
  times?: number
  /** For that share of the calls, 0 to 1. */
  probability?: number
  /** Waits before all else; alone, it only makes the call slow. */
  delayMs?: number
  /** Answers with this status, in OCI's form. */
  status?: number
  code?: string
  message?: string
  retryAfterSeconds?: number
  /**
   * `cut` ends the connection without an answer, `garbage` answers 200 with half a body, `html` is a 502 from something in
   * between, `portal` a 200 with a page and without an `opc-request-id`, as a captive portal answers every call.
   */
  break?: 'cut' | 'garbage' | 'html' | 'portal'
  /** The operation takes place first, and only its answer is lost. */
  afterEffect?: boolean
}

/** A rule with what is left of it. */
export type ActiveFault = FaultRule & { id: number }

export interface Faults {
  add(rule: FaultRule): ActiveFault
  list(): ActiveFault[]
  /** All of them, without an id. */
  clear(id?: number): void
  /** The first rule that hits this call; counts it. */
  take(operation: OperationId, pathIds: Iterable<string>): FaultRule | undefined
}

export function createFaults(seed: number): Faults {
  const random = createRandom(seed)
  let rules: ActiveFault[] = []
  let lastId = 0
  return {
    add(rule) {
      const active = { ...rule, id: ++lastId }
      rules.push(active)
      return active
    },
    list: () => rules.map((rule) => ({ ...rule })),
    clear(id) {
      rules = id === undefined ? [] : rules.filter((rule) => rule.id !== id)
    },
    take(operation, pathIds) {
      const ids = new Set(pathIds)
      const rule = rules.find(
        (rule) =>
          (rule.operation === '*' || rule.operation === operation) &&
          (rule.resourceId === undefined || ids.has(rule.resourceId)) &&
          (rule.probability === undefined || random() < rule.probability),
      )
      if (rule?.times !== undefined && --rule.times <= 0) rules = rules.filter((other) => other !== rule)
      return rule
    },
  }
}
