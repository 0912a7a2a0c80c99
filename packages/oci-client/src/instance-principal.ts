import { OciError } from './error.ts'
import { loadOciCommon, tokenAndKeyOf } from './oci-common.ts'
import type { Principal } from './principal.ts'
import { renewingPrincipal } from './renewing-principal.ts'

/** For tests, which replace OCI's own services. An instance finds the real ones by itself. */
export interface InstancePrincipalOptions {
  /** Of the metadata service: `http://169.254.169.254/opc/v2/`. */
  readonly metadataUrl?: string | undefined
  /** Of the service that issues tokens. By default, the one of the instance's region. */
  readonly federationUrl?: string | undefined
}

const who = 'The instance principal'

/**
 * Signs as the compute instance that runs this process, in its region. Uses `oci-common`, which must be installed:
 * docs.oracle.com/iaas/Content/Identity/Tasks/callingservicesfrominstances.htm. Rejects with `bad-profile` anywhere else.
 */
export async function instancePrincipal({
  metadataUrl,
  federationUrl,
}: InstancePrincipalOptions = {}): Promise<Principal> {
  const { InstancePrincipalsAuthenticationDetailsProviderBuilder } = await loadOciCommon(who)
  class Builder extends InstancePrincipalsAuthenticationDetailsProviderBuilder {
    constructor() {
      super()
      if (metadataUrl !== undefined) this.metadataBaseUrl = metadataUrl
      // Set as the template: with the endpoint set, the builder would not look up the region.
      if (federationUrl !== undefined) this.template = federationUrl
    }
  }
  const builder = new Builder()
  const provider = await builder.build().catch((cause: unknown) => {
    throw new OciError(
      'bad-profile',
      `${who} could not be found. Is this a compute instance of OCI, and may it reach its metadata service?`,
      { cause },
    )
  })
  return renewingPrincipal({
    who,
    region: provider.getRegion().regionId,
    tenancyId: builder.tenancyId,
    renew: async () => {
      const token = await provider.refresh()
      return tokenAndKeyOf(who, token, provider.getPrivateKey())
    },
  })
}
