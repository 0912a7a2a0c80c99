import type { Desktop, Permission, SignedInUser } from '@gatehouse/contract'
import { forbiddenReason } from '../api/session.ts'
import type { DesktopAct } from './desktop-acts.ts'

/** The requirements of an act. OCI does not document which states allow which act; these are assumed. */
interface Rule {
  permission: Permission
  /** States of the desktop. */
  states: readonly string[]
  /** States of its pool. */
  poolStates: readonly string[]
  /** After "it cannot be". */
  past: string
}

const atRest = ['ACTIVE', 'INACTIVE', 'FAILED']
const stop: Rule = { permission: 'desktop-pools:operate', states: ['ACTIVE'], poolStates: atRest, past: 'stopped' }

const rules: Record<DesktopAct, Rule> = {
  start: { permission: 'desktop-pools:operate', states: ['INACTIVE'], poolStates: ['ACTIVE'], past: 'started' },
  'shut-down': stop,
  'power-off': stop,
  rename: {
    permission: 'desktop-pools:manage',
    states: ['ACTIVE', 'INACTIVE'],
    poolStates: atRest,
    past: 'renamed',
  },
  delete: { permission: 'desktop-pools:manage', states: atRest, poolStates: atRest, past: 'deleted' },
}

/**
 * Why a person cannot act on a desktop now, as a whole sentence. Undefined when they can. An unknown pool state blocks
 * nothing.
 */
export function desktopBlocked(
  desktop: Pick<Desktop, 'state'>,
  act: DesktopAct,
  poolState: string | undefined,
  user: SignedInUser,
): string | undefined {
  const rule = rules[act]
  return forbiddenReason(user, rule.permission) ?? blockedByState(desktop, rule) ?? blockedByPool(poolState, rule)
}

function blockedByPool(poolState: string | undefined, { poolStates, past }: Rule): string | undefined {
  if (poolState === undefined || poolStates.includes(poolState)) return undefined
  // desktops of a stopped pool start with the pool
  if (past === 'started' && poolState === 'INACTIVE') return 'Its pool is stopped. Start the pool instead.'
  return `A desktop cannot be ${past} while its pool is ${poolState}.`
}

function blockedByState({ state }: Pick<Desktop, 'state'>, { states, past }: Rule): string | undefined {
  if (states.includes(state)) return undefined
  const reasons: Record<string, string> = {
    CREATING: `The desktop is still being created; it cannot be ${past} yet.`,
    ACTIVE: 'The desktop is already running.',
    INACTIVE: 'The desktop is already stopped.',
    UPDATING: `OCI is updating the desktop; it can be ${past} when that is done.`,
    DELETING: `The desktop is being deleted and can no longer be ${past}.`,
    DELETED: `The desktop is deleted and can no longer be ${past}.`,
    FAILED: `A failed desktop cannot be ${past}, only deleted.`,
  }
  return reasons[state] ?? `The desktop is in the unknown state ${state} and cannot be ${past} here.`
}
