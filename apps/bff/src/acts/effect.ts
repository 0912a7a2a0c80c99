import type { BffConnection } from '../keyring/keyring.ts'
import type { Attempt } from '../ledger/entries.ts'
import type { Reading } from './act.ts'

/**
 * What a read says about an attempt:
 *
 * - `done`, `failed`: its effect is there, or its work ended badly; final.
 * - `under-way`: OCI has it, and the effect is still to come.
 * - `absent`: nothing of it is to be seen at OCI.
 * - `lost`: OCI has forgotten what would tell; final.
 */
export type EffectRead =
  | { is: 'done' | 'failed' | 'lost'; note: string; workRequestId?: string | undefined }
  | { is: 'under-way'; workRequestId?: string | undefined }
  | { is: 'absent' }

/** An attempt to be followed. */
export interface Followed {
  attempt: Attempt
  connection: BffConnection
  reading: Reading
  /** Work requests that other attempts on the same thing started. */
  othersWorkRequestIds: ReadonlySet<string>
}

/** Reads the effect of an attempt. Rejects when OCI cannot be read; then it is read again later. */
export type EffectReading = (followed: Followed) => Promise<EffectRead>

/** OCI's clock and ours may differ by as much as it tolerates in a signature. */
export const clockToleranceMs = 5 * 60_000

/** Whether OCI may have dated something so that the attempt caused it. */
export const isSince = (at: string | null | undefined, { intent }: Attempt): boolean =>
  typeof at === 'string' && Date.parse(at) >= Date.parse(intent.at) - clockToleranceMs
