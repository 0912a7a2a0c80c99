import type { DelegateAccessControl, Desktops, OperatorAccessControl } from '@gatehouse/oci-api'
import type { CallCounts, TakenCalls } from '../server/calls.ts'
import type { ActiveFault, FaultRule } from '../server/faults.ts'
import type { WantedAccessRequest, WantedDecision } from './access-requests.ts'
import type { IssuedToken, WantedToken } from './tokens.ts'
import type { FinalStatus } from '../world/work.ts'
import type { Moves } from '../world/world.ts'
import type { WantedWorkRequest, WorkError } from './work-requests.ts'

/** The control API of a running sandbox. Every call rejects with the sandbox's own sentence when it is refused. */
export interface Control {
  /** Begins again with the world as it was at the start; faults and counts are gone too. */
  reset(): Promise<void>
  /** The sandbox's time. */
  now(): Promise<Date>
  /** Moves the sandbox's time forward; all that falls due on the way happens before this resolves. */
  advance(ms: number): Promise<Date>
  faults: {
    list(): Promise<ActiveFault[]>
    set(rule: FaultRule): Promise<ActiveFault>
    /** All, or the one with that id. */
    clear(id?: number): Promise<void>
  }
  calls: {
    /** How often each operation was called since the start, the last reset or `clear`. */
    counts(): Promise<CallCounts>
    /** The counts and how long they were kept, which begin anew with that. */
    take(): Promise<TakenCalls>
    clear(): Promise<void>
  }
  /** Things that move at a stated rate, in a world without life too. */
  moves: {
    read(): Promise<MovesNow>
    /** None with 0. */
    set(perMinute: number): Promise<MovesNow>
  }
  /** An operator asks for access. */
  raiseAccessRequest<Wanted extends WantedAccessRequest>(wanted: Wanted): Promise<RaisedBy[Wanted['service']]>
  /** The operator asks for more hours. */
  askExtension(id: string, hours: number): Promise<void>
  /** Somebody else decides on an access request. */
  decide(id: string, decision: WantedDecision): Promise<void>
  /** A work request that is IN_PROGRESS and stands still until `finishWorkRequest`. */
  createWorkRequest(wanted: WantedWorkRequest): Promise<Desktops.WorkRequest | DelegateAccessControl.WorkRequest>
  addLogLines(workRequestId: string, lines: string[]): Promise<void>
  addErrors(workRequestId: string, errors: WorkError[]): Promise<void>
  finishWorkRequest(workRequestId: string, status: FinalStatus): Promise<void>
  /** Every change of the pool is refused with 409, though its state would allow it, until it is allowed again. */
  refuseDesktopPool(desktopPoolId: string, message?: string): Promise<void>
  allowDesktopPool(desktopPoolId: string): Promise<void>
  /** The next work on the pool fails half-way with these errors. */
  failNextWork(desktopPoolId: string, errors: WorkError[]): Promise<void>
  /** A session token and its key, as `oci session authenticate` gets them. */
  issueToken(wanted: WantedToken): Promise<IssuedToken>
}

/** How many things move per minute, and how many have since the world began. */
export type MovesNow = Pick<Moves, 'perMinute' | 'count'>

interface RaisedBy {
  'operator-access-control': OperatorAccessControl.AccessRequest
  'delegate-access-control': DelegateAccessControl.DelegatedResourceAccessRequest
}

/** A client for the sandbox at that address: `http://127.0.0.1:7071`. */
export function createControl(url: string): Control {
  async function call<Body>(method: string, path: string, body?: object): Promise<Body> {
    const response = await fetch(`${url}/control${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error((answer as { message: string }).message) // the control API's own form
    return answer as Body // the caller names what the path answers with
  }
  const post = async (path: string, body?: object) => void (await call('POST', path, body))
  const remove = async (path: string) => void (await call('DELETE', path))

  return {
    reset: () => post('/reset'),
    now: async () => new Date((await call<{ now: string }>('GET', '/clock')).now),
    advance: async (ms) => new Date((await call<{ now: string }>('POST', '/clock/advance', { ms })).now),
    faults: {
      list: async () => (await call<{ items: ActiveFault[] }>('GET', '/faults')).items,
      set: (rule) => call('POST', '/faults', rule),
      clear: (id) => remove(id === undefined ? '/faults' : `/faults/${id}`),
    },
    calls: {
      counts: () => call('GET', '/calls'),
      take: () => call('POST', '/calls/take'),
      clear: () => remove('/calls'),
    },
    moves: {
      read: () => call('GET', '/moves'),
      set: (perMinute) => call('PUT', '/moves', { perMinute }),
    },
    raiseAccessRequest: (wanted) => call('POST', '/access-requests', wanted),
    askExtension: (id, hours) => post(`/access-requests/${id}/extension`, { hours }),
    decide: (id, decision) => post(`/access-requests/${id}/decision`, decision),
    createWorkRequest: (wanted) => call('POST', '/work-requests', wanted),
    addLogLines: (id, lines) => post(`/work-requests/${id}/log`, { lines }),
    addErrors: (id, errors) => post(`/work-requests/${id}/errors`, { errors }),
    finishWorkRequest: (id, status) => post(`/work-requests/${id}/finish`, { status }),
    refuseDesktopPool: (id, message) => post(`/desktop-pools/${id}/refusal`, message === undefined ? {} : { message }),
    allowDesktopPool: (id) => remove(`/desktop-pools/${id}/refusal`),
    failNextWork: (id, errors) => post(`/desktop-pools/${id}/failure`, { errors }),
    issueToken: (wanted) => call('POST', '/tokens', wanted),
  }
}
