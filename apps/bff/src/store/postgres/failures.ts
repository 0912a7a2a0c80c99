import type { Failure } from '../failure.ts'

/** SQLSTATE codes, or their first characters: postgresql.org/docs/current/errcodes-appendix.html. The longest match decides. */
const failures: Readonly<Record<string, Failure>> = {
  '08': 'unreachable',
  '25006': 'read-only',
  '25P03': 'unreachable',
  '28': 'signed out',
  '3D000': 'missing',
  '40': 'locked',
  '42501': 'forbidden',
  '53100': 'full',
  '53': 'busy',
  '55P03': 'locked',
  '57014': 'slow',
  '57P': 'unreachable',
  '58': 'disk',
  XX001: 'damaged',
  XX002: 'damaged',
}

/** Undefined for an error that PostgreSQL did not send. */
export function postgresFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return undefined
  const code = String(error.code)
  return failures[code] ?? failures[code.slice(0, 3)] ?? failures[code.slice(0, 2)] ?? 'other'
}

/** Codes of Node for a certificate that does not prove the name of the server: nodejs.org/api/tls.html. */
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_|ISSUER|HOSTNAME_MISMATCH/

/** For an error of the connection, which is everything that PostgreSQL did not send. */
export const connectionFailure = (error: unknown): Failure =>
  error instanceof Error && 'code' in error && certificateCodes.test(String(error.code)) ? 'not trusted' : 'unreachable'

/** For the person who runs Gatehouse. */
export const postgresSentences: Partial<Record<Failure, (place: string) => string>> = {
  locked: (place) => `The ${place} is locked by another program. Try again.`,
  forbidden: (place) =>
    `The user of the ${place} may not do what Gatehouse needs. It must be able to create and change tables in its schema.`,
  'read-only': (place) =>
    `The ${place} takes no changes. It may be a standby: name the primary server in DATABASE_URL.`,
  disk: (place) => `The disk of the server failed while reading or writing the ${place}.`,
  full: (place) => `The disk of the server is full: the ${place} cannot be written.`,
  damaged: (place) => `The ${place} is damaged. Restore a backup of it.`,
  missing: (place) => `There is no ${place}. Create it, or name another in DATABASE_URL.`,
  unreachable: (place) => `The ${place} cannot be reached. Check DATABASE_URL, and that the server runs.`,
  'not trusted': (place) =>
    `The certificate of the ${place} is not trusted. Name the file of its authority in GATEHOUSE_DATABASE_CA, and the host as the certificate does.`,
  'signed out': (place) =>
    `The ${place} refuses this user. Check the user and the password in DATABASE_URL, and the server's pg_hba.conf.`,
  busy: (place) =>
    `The server of the ${place} has no connection or memory left. Lower GATEHOUSE_DATABASE_POOL, or raise its max_connections.`,
  slow: (place) => `The ${place} took longer than GATEHOUSE_DATABASE_STATEMENT_SECONDS.`,
}
