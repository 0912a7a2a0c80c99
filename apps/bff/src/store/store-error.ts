import { reasons, type Failure } from './failure.ts'
import { postgresFailure, postgresSentences } from './postgres/failures.ts'
import { sqliteFailure, sqliteSentences } from './sqlite/failures.ts'

/** The store cannot be opened or used; the message is a sentence for the person who runs Gatehouse. */
export class StoreError extends Error {
  override name = 'StoreError'
  readonly failure: Failure

  constructor(message: string, { failure = 'other', ...options }: ErrorOptions & { failure?: Failure } = {}) {
    super(message, options)
    this.failure = failure
  }
}

/** Why the store cannot be written, in a sentence without paths or values. */
export const reasonOf = (error: unknown): string => reasons[failureOf(error) ?? 'other']

/** Whether the store failed, and not a single entry. */
export const isStoreFailure = (error: unknown): boolean => failureOf(error) !== undefined

const failureOf = (error: unknown): Failure | undefined =>
  error instanceof StoreError ? error.failure : (sqliteFailure(error) ?? postgresFailure(error))

/**
 * Turns an error of the database into a StoreError with a sentence. Returns any other error as it is. `place` is the file,
 * or the database and its server.
 */
export function toStoreError(place: string, error: unknown): unknown {
  const failure = failureOf(error)
  if (failure === undefined || error instanceof StoreError) return error
  const sentences = sqliteFailure(error) === undefined ? postgresSentences : sqliteSentences
  const sentence = sentences[failure]
  return sentence ? new StoreError(sentence(place), { cause: error, failure }) : error
}
