import type { Desktops } from '@gatehouse/oci-api'
import { incorrectState } from '../../fault.ts'
import type { Work } from '../../world/work.ts'
import type { DesktopPoolRow, DesktopRow } from '../../world/world.ts'

type State = Desktops.LifecycleState

/**
 * In which states each act is taken. The enum is OCI's; which act goes with which state is in no document,
 * and assumed from what the acts mean.
 */
const poolActs = {
  started: ['INACTIVE'],
  stopped: ['ACTIVE'],
  updated: ['ACTIVE', 'INACTIVE'],
  'moved to another compartment': ['ACTIVE', 'INACTIVE'],
  deleted: ['ACTIVE', 'INACTIVE', 'FAILED'],
} satisfies Record<string, State[]>

const desktopActs = {
  started: ['INACTIVE'],
  stopped: ['ACTIVE'],
  updated: ['ACTIVE', 'INACTIVE'],
  deleted: ['ACTIVE', 'INACTIVE', 'FAILED'],
} satisfies Record<string, State[]>

/** Throws IncorrectState with a sentence when the pool is not in a state to be `act`. */
export function requirePool(pool: DesktopPoolRow, act: keyof typeof poolActs): void {
  if (pool.extra.refusal) throw incorrectState(pool.extra.refusal)
  require(`The desktop pool ${pool.wire.displayName}`, pool.wire.lifecycleState, poolActs[act], act)
}

/**
 * The same for a desktop. Its pool must be at rest too, and a desktop is started only in a pool that is open: the way
 * into a stopped pool is to start the pool.
 */
export function requireDesktop(pool: DesktopPoolRow, desktop: DesktopRow, act: keyof typeof desktopActs): void {
  if (pool.extra.refusal) throw incorrectState(pool.extra.refusal)
  require(`The desktop ${desktop.wire.displayName}`, desktop.wire.lifecycleState, desktopActs[act], act)
  const poolStates: State[] = act === 'started' ? ['ACTIVE'] : ['ACTIVE', 'INACTIVE', 'FAILED']
  const state = pool.wire.lifecycleState
  if (poolStates.includes(state)) return
  throw incorrectState(
    `The desktop ${desktop.wire.displayName} cannot be ${act} while its pool ${pool.wire.displayName} is ${state}.`,
  )
}

function require(what: string, state: State, allowed: readonly State[], act: string) {
  if (allowed.includes(state)) return
  throw incorrectState(`${what} is ${state}; it can be ${act} only while it is ${anyOf(allowed)}.`)
}

const anyOf = (states: readonly State[]) =>
  states.length < 2 ? states.join() : `${states.slice(0, -1).join(', ')} or ${states.at(-1)}`

/** The pool refuses every change with this sentence until it is called without one. */
export function refuseChanges(pool: DesktopPoolRow, sentence?: string): void {
  if (sentence) pool.extra.refusal = sentence
  else delete pool.extra.refusal
}

/** The next work on the pool fails half-way with these errors. */
export function failNextWork(pool: DesktopPoolRow, errors: { code: string; message: string }[]): void {
  pool.extra.nextFailure = errors
}

/** The failure that the work of so many steps is to end with, if one was asked for; it is the only one that does. */
export function takeFailure(pool: DesktopPoolRow, steps: number): Pick<Work, 'failure'> {
  const errors = pool.extra.nextFailure
  delete pool.extra.nextFailure
  return errors ? { failure: { afterSteps: Math.ceil(steps / 2), errors } } : {}
}
