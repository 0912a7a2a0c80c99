/** The store cannot be opened or used; the message is a sentence for the person who runs Gatehouse. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/** SQLite's result codes: sqlite.org/rescode.html. The lower byte is the primary one. */
const sentences: Record<number, (file: string) => string> = {
  5: (file) =>
    `The store ${file} is locked by another program. End that program, or choose another folder with GATEHOUSE_DATA_DIR.`,
  8: (file) =>
    `The store ${file} may not be written by this user. Check the owner and mode of the file and its folder.`,
  10: (file) => `The disk failed while reading or writing the store ${file}.`,
  11: (file) => `The store ${file} is damaged. Put back a copy of it, or move it away to begin with an empty one.`,
  13: (file) => `The disk is full: the store ${file} cannot be written.`,
  14: (file) =>
    `The store ${file} cannot be opened. Check that its folder exists and that this user may read and write it.`,
  26: (file) =>
    `The file ${file} is not a store of Gatehouse. Move it away, or choose another folder with GATEHOUSE_DATA_DIR.`,
}

/** As `sentences`, without the path of the file, for replies that need no permission. */
const reasons: Record<number, string> = {
  5: 'The store is locked by another program.',
  6: 'The store is locked by another program.',
  8: 'The store may not be written by this user.',
  10: 'The disk failed while reading or writing the store.',
  11: 'The store is damaged.',
  13: 'The disk is full.',
  14: 'The store cannot be opened.',
}

/** Why the store cannot be written, in a sentence without paths or values. */
export const reasonOf = (error: unknown): string =>
  reasons[primaryCode(error) ?? 0] ?? 'The store cannot be written; the log says why.'

/** Whether the store failed, and not a single entry. */
export const isStoreFailure = (error: unknown): boolean =>
  error instanceof StoreError || primaryCode(error) !== undefined

function primaryCode(error: unknown): number | undefined {
  if (error instanceof StoreError) return primaryCode(error.cause)
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined
}

/** Turns an error of SQLite into a StoreError with a sentence. Returns any other error as it is. */
export function toStoreError(file: string, error: unknown): unknown {
  if (error instanceof StoreError) return error
  const sentence = sentences[primaryCode(error) ?? 0]
  return sentence ? new StoreError(sentence(file), { cause: error }) : error
}
