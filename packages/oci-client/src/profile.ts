import type { KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { ConfigEntry, ConfigProfiles } from './config-file.ts'
import { defaultConfigFile, expandHome, fileProblem, readConfigFile } from './config-file.ts'
import { isRegion } from './endpoint.ts'
import { OciError } from './error.ts'
import { parsePrivateKey } from './private-key.ts'

/** One profile of an OCI configuration file, including inherited values. Contains no secret: `readKey` reads the key. */
export interface Profile {
  readonly name: string
  readonly file: string
  readonly tenancyId: string
  readonly region: string | undefined
  readonly credential:
    | { readonly kind: 'api-key'; readonly userId: string; readonly fingerprint: string }
    | { readonly kind: 'session-token'; readonly tokenFile: string }
  /** Absent when the profile holds the key itself (`key_content`). */
  readonly keyFile: string | undefined
  /** Throws `bad-profile`. */
  readonly readKey: () => Promise<KeyObject>
  /** A mistake in this profile, at the line of one of its keys. */
  readonly mistake: (key: string, problem: string) => OciError
}

/** Reads one profile. Throws `bad-profile`, naming file, profile and line. */
export async function readProfile({
  file = defaultConfigFile,
  profile = 'DEFAULT',
}: { file?: string | undefined; profile?: string | undefined } = {}): Promise<Profile> {
  return profileOf(await readConfigFile(file), expandHome(file), profile)
}

/** One profile of a parsed file. Throws `bad-profile`. */
export function profileOf(profiles: ConfigProfiles, file: string, name: string): Profile {
  const own = profiles.get(name)
  if (!own) {
    const names = [...profiles.keys()].join(', ') || 'none'
    throw new OciError('bad-profile', `The OCI configuration file ${file} has no profile ${name}. It has: ${names}.`)
  }
  const inherited = profiles.get('DEFAULT')
  const find = (key: string) => own.get(key) ?? inherited?.get(key)

  const mistake = (key: string, problem: string) => {
    const entry = find(key)
    const from = entry && entry.profile !== name ? ` (inherited from ${entry.profile})` : ''
    const at = entry ? `, line ${entry.line}${from}` : ''
    return new OciError('bad-profile', `Profile ${name} in ${file}${at}: ${problem}.`)
  }
  const need = (key: string): string => {
    const value = find(key)?.value
    if (!value) throw mistake(key, `${key} is missing`)
    return value
  }
  const ocid = (key: string, type: string) => {
    const value = need(key)
    if (!isOcid(value, type)) throw mistake(key, `${key} is not the OCID of a ${type}, such as ocid1.${type}.oc1..aaaa`)
    return value
  }
  // Relative to the configuration file, not to the working directory of the process.
  const path = (key: string) => resolve(dirname(file), expandHome(need(key)))

  const region = find('region')?.value || undefined
  if (region !== undefined && !isRegion(region)) {
    throw mistake('region', `"${region}" is not the identifier of a region, such as us-ashburn-1`)
  }
  const keyFile = find('key_content')?.value ? undefined : path('key_file')

  return {
    name,
    file,
    tenancyId: ocid('tenancy', 'tenancy'),
    region,
    credential: usesToken(own, inherited)
      ? { kind: 'session-token', tokenFile: path('security_token_file') }
      : { kind: 'api-key', userId: ocid('user', 'user'), fingerprint: fingerprint(need('fingerprint'), mistake) },
    keyFile,
    async readKey() {
      const pem =
        keyFile === undefined ? need('key_content').replaceAll('\\n', '\n') : await readKeyFile(keyFile, mistake)
      const parsed = parsePrivateKey(pem, find('pass_phrase')?.value)
      if ('key' in parsed) return parsed.key
      throw keyFile === undefined
        ? mistake('key_content', `the key in key_content ${parsed.problem}`)
        : mistake('key_file', `the key file ${keyFile} ${parsed.problem}`)
    },
    mistake,
  }
}

/** An API key in the profile itself wins over an inherited token. In Oracle's SDK, the inherited token wins. */
function usesToken(
  own: ReadonlyMap<string, ConfigEntry>,
  inherited: ReadonlyMap<string, ConfigEntry> | undefined,
): boolean {
  if (own.get('security_token_file')?.value) return true
  if (own.has('user') || own.has('fingerprint')) return false
  return Boolean(inherited?.get('security_token_file')?.value)
}

async function readKeyFile(keyFile: string, mistake: Profile['mistake']): Promise<string> {
  try {
    return await readFile(keyFile, 'utf8')
  } catch (error) {
    throw mistake('key_file', `the key file ${keyFile} ${fileProblem(error)}`)
  }
}

function fingerprint(text: string, mistake: Profile['mistake']): string {
  if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){15}$/i.test(text)) {
    throw mistake('fingerprint', 'fingerprint is not sixteen pairs of hexadecimal digits joined by colons')
  }
  return text.toLowerCase()
}

/** docs.oracle.com/iaas/Content/General/Concepts/identifiers.htm; what follows the realm is opaque. */
const isOcid = (text: string, type: string) =>
  new RegExp(`^ocid1\\.${type}(\\.[a-zA-Z0-9_-]*){2,}\\.[a-zA-Z0-9_-]+$`).test(text)
