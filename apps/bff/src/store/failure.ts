/** Why the store failed, on either database. `other`: an error of the database that is in none of these groups. */
export type Failure =
  | 'locked'
  | 'forbidden'
  | 'read-only'
  | 'disk'
  | 'full'
  | 'damaged'
  | 'missing'
  | 'not a store'
  | 'unreachable'
  | 'not trusted'
  | 'signed out'
  | 'busy'
  | 'slow'
  | 'other'

/** In a sentence without paths, names and values, for replies that need no permission. */
export const reasons: Readonly<Record<Failure, string>> = {
  locked: 'The store is locked by another program.',
  forbidden: 'The store may not be written by this user.',
  'read-only': 'The store takes no changes now.',
  disk: 'The disk failed while reading or writing the store.',
  full: 'The disk is full.',
  damaged: 'The store is damaged.',
  missing: 'The store cannot be opened.',
  'not a store': 'The store cannot be opened.',
  unreachable: 'The database cannot be reached.',
  'not trusted': 'The certificate of the database is not trusted.',
  'signed out': 'The database refuses this user.',
  busy: 'The database has no connection left.',
  slow: 'The database took too long.',
  other: 'The store cannot be written; the log says why.',
}
