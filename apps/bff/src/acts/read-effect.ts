import type { BffConnection } from '../keyring/keyring.ts'
import type { Attempt } from '../ledger/entries.ts'
import type { Journal } from '../ledger/journal.ts'
import type { Reading } from './act.ts'
import type { EffectRead } from './effect.ts'
import { actNamed } from './table.ts'

interface ReadOptions {
  journal: Pick<Journal, 'on'>
  connection: BffConnection
  reading: Reading
}

/** Reads the effect of an attempt as its act declares. Rejects when OCI cannot be read. */
export async function readEffect(attempt: Attempt, options: ReadOptions): Promise<EffectRead> {
  const { journal, connection, reading } = options
  const act = actNamed(attempt.intent.act)
  if (!act) return { is: 'lost', note: `This version of Gatehouse does not know the act "${attempt.intent.act}".` }
  const others = (await journal.on(attempt.intent.subjectId)).filter(
    ({ intent }) => intent.attemptId !== attempt.intent.attemptId,
  )
  const othersWorkRequestIds = new Set(
    others.flatMap(({ answer, effect }) => effect?.workRequestId ?? answer?.workRequestId ?? []),
  )
  return act.effect({ attempt, connection, reading, othersWorkRequestIds })
}
