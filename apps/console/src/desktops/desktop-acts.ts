import type { Desktop, SignedInUser } from '@gatehouse/contract'
import { startBlocked, stopBlocked } from './desktop-state.ts'

/** `shut-down` asks the operating system; `power-off` cuts the power. Both are OCI's `stopDesktop`. */
export type DesktopAct = 'start' | 'shut-down' | 'power-off'

interface ActWords {
  /** On buttons, before what it is done to. */
  verb: string
  doing: string
  /** After "cannot be". */
  done: string
}

export const actWords: Record<DesktopAct, ActWords> = {
  start: { verb: 'Start', doing: 'Starting', done: 'started' },
  'shut-down': { verb: 'Shut down', doing: 'Shutting down', done: 'shut down' },
  'power-off': { verb: 'Power off', doing: 'Powering off', done: 'powered off' },
}

/** How each desktop's pool stands, by its id, where that is known. */
export type PoolStates = ReadonlyMap<string, string>

/** Why the act cannot be done to the desktop now by this person, or undefined when it can. */
export const actBlocked = (desktop: Desktop, act: DesktopAct, pools: PoolStates, user: SignedInUser) =>
  (act === 'start' ? startBlocked : stopBlocked)(desktop, pools.get(desktop.poolId), user)

/** Desktops apart by whether an act can be done to them now, and why it cannot to the others. */
export function apart(desktops: readonly Desktop[], act: DesktopAct, pools: PoolStates, user: SignedInUser) {
  const possible: Desktop[] = []
  const leftOut: { desktop: Desktop; reason: string }[] = []
  for (const desktop of desktops) {
    const reason = actBlocked(desktop, act, pools, user)
    if (reason === undefined) possible.push(desktop)
    else leftOut.push({ desktop, reason })
  }
  return { possible, leftOut }
}

/** Why the act can be done to none of them, or undefined when it can to some. */
export function allBlocked(
  desktops: readonly Desktop[],
  act: DesktopAct,
  pools: PoolStates,
  user: SignedInUser,
): string | undefined {
  const { possible, leftOut } = apart(desktops, act, pools, user)
  if (possible.length > 0) return undefined
  const [first] = leftOut
  if (first && leftOut.every(({ reason }) => reason === first.reason)) return first.reason
  return `None of them can be ${actWords[act].done} now.`
}
