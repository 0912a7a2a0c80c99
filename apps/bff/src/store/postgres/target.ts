/** A PostgreSQL database, as `DATABASE_URL` and its settings name it. */
export interface PostgresTarget {
  /** A host name, an address, or the folder of the server's Unix socket. */
  host: string
  port: number
  database: string
  user: string
  /** Undefined when the server needs none. */
  password: string | undefined
  /** `require` encrypts without checking the certificate; `verify-full` checks it and the name of the host. */
  tls: 'disable' | 'require' | 'verify-full'
  /** The certificates of authorities, as PEM. Null: those that Node trusts. */
  certificateAuthority: string | null
  /** The most connections. */
  connections: number
  /** A statement that takes longer is cancelled. */
  statementMs: number
}

/** The database and its server, for messages. */
export const placeOf = ({ host, port, database }: PostgresTarget): string => `database "${database}" on ${host}:${port}`
