import type { BffConnection } from '../keyring/keyring.ts'
import type { Attempt } from '../ledger/entries.ts'
import type { Reading } from './act.ts'

/**
 * What a read says about an attempt:
 *
 * - `done`, `failed`: the effect exists, or OCI's work on it failed. Final.
 * - `under-way`: OCI has the call and has not finished it.
 * - `absent`: OCI shows no trace of the call.
 * - `lost`: OCI has deleted the record that would show the effect. Final.
 */
export type EffectRead =
  | { is: 'done' | 'failed' | 'lost'; note: string; workRequestId?: string | undefined }
  | { is: 'under-way'; workRequestId?: string | undefined }
  | { is: 'absent' }

/** An attempt and what its effect is read with. */
export interface Followed {
  attempt: Attempt
  connection: BffConnection
  reading: Reading
  /** Work requests that other attempts on the same thing started. */
  othersWorkRequestIds: ReadonlySet<string>
}

/** Reads the effect of an attempt. Rejects when OCI cannot be read; the follower then reads again later. */
export type EffectReading = (followed: Followed) => Promise<EffectRead>

/** The most by which OCI's clock and ours may differ: OCI refuses signatures beyond it. */
export const clockToleranceMs = 5 * 60_000

/** Whether the attempt can be the cause of something that OCI dates at this time. */
export const isSince = (at: string | null | undefined, { intent }: Attempt): boolean =>
  typeof at === 'string' && Date.parse(at) >= Date.parse(intent.at) - clockToleranceMs
