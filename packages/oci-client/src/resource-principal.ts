import { OciError } from './error.ts'
import { loadOciCommon, tokenAndKeyOf } from './oci-common.ts'
import type { Principal } from './principal.ts'
import { renewingPrincipal } from './renewing-principal.ts'

const who = 'The resource principal'

const needed = [
  'OCI_RESOURCE_PRINCIPAL_VERSION',
  'OCI_RESOURCE_PRINCIPAL_RPST',
  'OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM',
  'OCI_RESOURCE_PRINCIPAL_REGION',
]

/**
 * Signs as the function or container instance that runs this process, from the variables that OCI sets there: version 2.2,
 * `OCI_RESOURCE_PRINCIPAL_…`. Files that they name are read again before the token expires. Uses `oci-common`, which must
 * be installed and reads `process.env` itself:
 * docs.oracle.com/iaas/Content/API/Concepts/sdk_authentication_methods.htm. Rejects with `bad-profile`.
 */
export async function resourcePrincipal(): Promise<Principal> {
  const missing = needed.filter((name) => !process.env[name])
  if (missing.length > 0) {
    throw new OciError('bad-profile', `${who} is not available here: the environment has no ${missing.join(', no ')}.`)
  }
  const version = process.env['OCI_RESOURCE_PRINCIPAL_VERSION']
  if (version !== '2.2') {
    throw new OciError('bad-profile', `${who} must have version 2.2, but this one has version ${version}.`)
  }
  const { ResourcePrincipalAuthenticationDetailsProvider } = await loadOciCommon(who)
  const provider = (() => {
    try {
      return ResourcePrincipalAuthenticationDetailsProvider.builder()
    } catch (cause) {
      throw new OciError('bad-profile', `${who} cannot be used: its key or its region cannot be read.`, { cause })
    }
  })()
  return renewingPrincipal({
    who,
    region: provider.getRegion().regionId,
    renew: async () => {
      const token = await provider.refresh()
      return tokenAndKeyOf(who, token, provider.getPrivateKey())
    },
  })
}
