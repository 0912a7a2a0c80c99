import type { Session } from '@gatehouse/contract'

/** What the sign-in page may say to someone it does not know. */
export interface SignInOffer {
  /** Null but where the sandbox plays OCI and nobody but this machine can reach us. */
  demoAccounts: Session['demoAccounts']
  /** The sandbox plays OCI. */
  sandbox: boolean
}
