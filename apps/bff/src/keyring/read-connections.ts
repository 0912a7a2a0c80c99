import {
  instancePrincipal,
  OciError,
  principalFromProfile,
  readProfile,
  resourcePrincipal,
  workloadIdentity,
  type Principal,
} from '@gatehouse/oci-client'
import { ConfigError, type ConnectionConfig, type TenancyConfig } from '../config.ts'
import type { PlatformPrincipal, SignerConfig } from '../config/connections.ts'
import type { ConnectionOptions, PersonalIdentity, SigningIdentity } from './create-keyring.ts'

type ReadIdentity = SigningIdentity & { region: string | undefined; tenancyId: string }

/**
 * Reads every profile and key that the connections and people name, and fetches the token of each platform principal.
 * Throws a ConfigError with every mistake at once.
 */
export async function readConnections({
  configFile,
  connections,
  people,
}: TenancyConfig): Promise<ConnectionOptions[]> {
  const mistakes: string[] = []
  const read = new Map<string, Promise<ReadIdentity | null>>()

  const identity = (signer: SignerConfig): Promise<ReadIdentity | null> => {
    const key = JSON.stringify(signer)
    const existing = read.get(key)
    if (existing) return existing
    const reading = readIdentity(configFile, signer).catch((error: unknown) => {
      if (!(error instanceof OciError)) throw error
      mistakes.push(error.message)
      return null
    })
    read.set(key, reading)
    return reading
  }

  const options: ConnectionOptions[] = []
  for (const connection of connections) {
    const shared = await identity(connection.signer)
    const personal = new Map<string, PersonalIdentity>()
    for (const { name, account, profiles } of people) {
      const profile = profiles[connection.id]
      const own = profile === undefined ? null : await identity({ profile })
      if (!own || !shared) continue
      if (own.tenancyId !== shared.tenancyId)
        mistakes.push(
          `The profile ${profile} of "${name}" is of another tenancy than the connection "${connection.id}", for which ${inWords(connection.signer)} signs.`,
        )
      personal.set(name, { ...own, account })
    }
    const made = shared && toOptions(connection, shared, personal, mistakes)
    if (made) options.push(made)
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes)
  return options
}

const platformPrincipals: Record<PlatformPrincipal, () => Promise<Principal>> = {
  instance: instancePrincipal,
  resource: resourcePrincipal,
  workload: workloadIdentity,
}

const inWords = (signer: SignerConfig) =>
  'profile' in signer ? `the profile ${signer.profile}` : `the ${signer.principal} principal`

async function readIdentity(file: string, signer: SignerConfig): Promise<ReadIdentity> {
  if ('principal' in signer) {
    const principal = await platformPrincipals[signer.principal]()
    const { region, tenancyId } = principal
    if (tenancyId === undefined)
      throw new OciError('bad-profile', `The token of ${inWords(signer)} does not say which tenancy it is of.`)
    return { principal, ociUserId: null, region, tenancyId }
  }
  const profile = await readProfile({ file, profile: signer.profile })
  const principal = await principalFromProfile(profile)
  return {
    principal,
    ociUserId: profile.credential.kind === 'api-key' ? profile.credential.userId : null,
    region: profile.region,
    tenancyId: profile.tenancyId,
  }
}

function toOptions(
  connection: ConnectionConfig,
  shared: ReadIdentity,
  personal: ReadonlyMap<string, PersonalIdentity>,
  mistakes: string[],
): ConnectionOptions | null {
  const region = connection.region ?? shared.region
  if (region === undefined) {
    mistakes.push(`The connection "${connection.id}" names no region, and neither does ${inWords(connection.signer)}.`)
    return null
  }
  const { id, name, endpoint, services, compartments, budget } = connection
  return { id, name, region, tenancyId: shared.tenancyId, endpoint, services, compartments, budget, shared, personal }
}
