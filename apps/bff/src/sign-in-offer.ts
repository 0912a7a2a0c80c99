import type { Session } from '@gatehouse/contract'

/** What the sign-in page shows before signing in. */
export interface SignInOffer {
  /** Demo accounts to offer. Null unless the embedded sandbox runs and the server listens on loopback. */
  demoAccounts: Session['demoAccounts']
  /** The embedded sandbox stands in for OCI. */
  sandbox: boolean
}
