/** The store cannot be opened or used; the message is a sentence for whoever started us. */
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

/** A sentence for an error of SQLite; anything else as it is. */
export function toStoreError(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error
  const sentence = sentences[Number(error.errcode) & 0xff]
  return sentence ? new StoreError(sentence(file), { cause: error }) : error
}
