import { OciError, principalFromProfile, readProfile } from '@gatehouse/oci-client'
import { ConfigError, type ConnectionConfig, type TenancyConfig } from '../config.ts'
import type { ConnectionOptions, SigningIdentity } from './create-keyring.ts'

type ReadIdentity = SigningIdentity & { region: string | undefined; tenancyId: string }

/** Reads every profile and key that the connections and people name. Throws a ConfigError with every mistake at once. */
export async function connectionsFromProfiles({
  configFile,
  connections,
  people,
}: TenancyConfig): Promise<ConnectionOptions[]> {
  const mistakes: string[] = []
  const read = new Map<string, Promise<ReadIdentity | null>>()

  const identity = (profile: string): Promise<ReadIdentity | null> => {
    const known = read.get(profile)
    if (known) return known
    const reading = readIdentity(configFile, profile).catch((error: unknown) => {
      if (!(error instanceof OciError)) throw error
      mistakes.push(error.message)
      return null
    })
    read.set(profile, reading)
    return reading
  }

  const options: ConnectionOptions[] = []
  for (const connection of connections) {
    const shared = await identity(connection.profile)
    const personal = new Map<string, SigningIdentity>()
    for (const { name, profiles } of people) {
      const profile = profiles[connection.id]
      const own = profile === undefined ? null : await identity(profile)
      if (!own || !shared) continue
      if (own.tenancyId !== shared.tenancyId)
        mistakes.push(
          `The profile ${profile} of "${name}" is of another tenancy than the connection "${connection.id}", whose profile is ${connection.profile}.`,
        )
      personal.set(name, own)
    }
    const made = shared && toOptions(connection, shared, personal, mistakes)
    if (made) options.push(made)
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes)
  return options
}

async function readIdentity(file: string, profileName: string): Promise<ReadIdentity> {
  const profile = await readProfile({ file, profile: profileName })
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
  personal: ReadonlyMap<string, SigningIdentity>,
  mistakes: string[],
): ConnectionOptions | null {
  const region = connection.region ?? shared.region
  if (region === undefined) {
    mistakes.push(
      `The connection "${connection.id}" names no region, and neither does its profile ${connection.profile}.`,
    )
    return null
  }
  const { id, name, endpoint, services, compartments, budget } = connection
  return { id, name, region, tenancyId: shared.tenancyId, endpoint, services, compartments, budget, shared, personal }
}
