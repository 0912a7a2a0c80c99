import type { OperationId, ServiceId } from '@gatehouse/oci-api'
import { createRandom } from '../world/random.ts'
import type { PagingFault } from './paged.ts'

/** One operation, all of a service (`desktops.*`), or all. */
export type FaultyOperation = OperationId | `${ServiceId}.*` | '*'

/** Something to go wrong on request. Without `times` or `probability` it happens at every call until it is cleared. */
export interface FaultRule {
  operation: FaultyOperation
  /** Only for calls that name this thing in their path. */
  resourceId?: string
  /** Only for calls that name this compartment in their query, as every list does. */
  compartmentId?: string
  /** Only for calls to this region's endpoint. */
  region?: string
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
   * between, `portal` a 200 with a page and without an `opc-request-id`, as a captive portal answers every call. A list
   * with `endless-pages` begins again behind its last page, and no token is like another; one with `same-page` answers
   * its first page each time, with one and the same token.
   */
  break?: 'cut' | 'garbage' | 'html' | 'portal' | PagingFault
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
  take(call: CallToHit): FaultRule | undefined
}

/** What a rule looks at in a call. */
export interface CallToHit {
  operation: OperationId
  region: string
  /** The values of the path's parameters. */
  pathIds: readonly string[]
  /** What follows the question mark. */
  query: string
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
    take(call) {
      const rule = rules.find(
        (rule) => hits(rule, call) && (rule.probability === undefined || random() < rule.probability),
      )
      if (rule?.times !== undefined && --rule.times <= 0) rules = rules.filter((other) => other !== rule)
      return rule
    },
  }
}

const hits = (rule: FaultRule, { operation, region, pathIds, query }: CallToHit): boolean =>
  (rule.operation === '*' || rule.operation === operation || rule.operation === `${serviceOf(operation)}.*`) &&
  (rule.resourceId === undefined || pathIds.includes(rule.resourceId)) &&
  (rule.compartmentId === undefined || new URLSearchParams(query).get('compartmentId') === rule.compartmentId) &&
  (rule.region === undefined || rule.region === region)

const serviceOf = (operation: OperationId) => operation.slice(0, operation.indexOf('.'))
