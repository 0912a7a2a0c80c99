import type { Failure } from '../failure.ts'

/** SQLite's primary result codes: sqlite.org/rescode.html. */
const failures: Readonly<Record<number, Failure>> = {
  5: 'locked',
  6: 'locked',
  8: 'forbidden',
  10: 'disk',
  11: 'damaged',
  13: 'full',
  14: 'missing',
  26: 'not a store',
}

/** Undefined for an error that does not come from SQLite. */
export function sqliteFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  // The lower byte is the primary code.
  return failures[Number(error.errcode) & 0xff] ?? 'other'
}

/** For the person who runs Gatehouse. */
export const sqliteSentences: Partial<Record<Failure, (file: string) => string>> = {
  locked: (file) =>
    `The store ${file} is locked by another program. End that program, or choose another folder with GATEHOUSE_DATA_DIR.`,
  forbidden: (file) =>
    `The store ${file} may not be written by this user. Check the owner and mode of the file and its folder.`,
  disk: (file) => `The disk failed while reading or writing the store ${file}.`,
  damaged: (file) => `The store ${file} is damaged. Put back a copy of it, or move it away to begin with an empty one.`,
  full: (file) => `The disk is full: the store ${file} cannot be written.`,
  missing: (file) =>
    `The store ${file} cannot be opened. Check that its folder exists and that this user may read and write it.`,
  'not a store': (file) =>
    `The file ${file} is not a store of Gatehouse. Move it away, or choose another folder with GATEHOUSE_DATA_DIR.`,
}
