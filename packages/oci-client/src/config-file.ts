import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { OciError } from './error.ts'

/** A value and where it was written. */
export interface ConfigEntry {
  readonly value: string
  readonly line: number
  readonly profile: string
}

/** By profile, by key, in the order of the file. */
export type ConfigProfiles = ReadonlyMap<string, ReadonlyMap<string, ConfigEntry>>

/** Where Oracle's tools keep it. */
export const defaultConfigFile = '~/.oci/config'

/** Expands `~` and `~/…` to the home folder of this process's user. Other paths stay as they are. */
export const expandHome = (path: string) =>
  path === '~' || path.startsWith('~/') || path.startsWith('~\\') ? join(homedir(), path.slice(1)) : path

/**
 * The profiles of an OCI configuration file: docs.oracle.com/iaas/Content/API/Concepts/sdkconfig.htm.
 * `key = value` or `key: value`; lines that start with `#` or `;` are comments; a value runs to the end of its line.
 * Throws `bad-profile`.
 */
export async function readConfigFile(path: string = defaultConfigFile): Promise<ConfigProfiles> {
  const file = expandHome(path)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new OciError('bad-profile', `The OCI configuration file ${file} ${fileProblem(error)}.`)
  }
  return parseConfig(text, file)
}

/** Why a file could not be read, as the end of a sentence. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return fileProblems[code] ?? `cannot be read (${code})`
}

const fileProblems: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read by this process: check its owner and mode',
  EPERM: 'may not be read by this process: check its owner and mode',
  EISDIR: 'is a folder',
}

/** Throws `bad-profile`. `file` is only for messages; no message holds a value. */
export function parseConfig(text: string, file: string): ConfigProfiles {
  const profiles = new Map<string, Map<string, ConfigEntry>>()
  let current: { name: string; entries: Map<string, ConfigEntry> } | undefined
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1
    const wrong = (what: string) =>
      new OciError('bad-profile', `The OCI configuration file ${file}, line ${line}: ${what}.`)
    const trimmed = raw.trim()
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) continue

    if (trimmed.startsWith('[')) {
      const name = /^\[([^[\]]+)\]$/.exec(trimmed)?.[1]?.trim()
      if (!name) throw wrong('this is not the name of a profile in square brackets')
      if (profiles.has(name)) throw wrong(`the profile ${name} is there a second time`)
      current = { name, entries: new Map() }
      profiles.set(name, current.entries)
      continue
    }

    const [, key, value] = /^([^=:\s]+)\s*[=:]\s*(.*)$/.exec(trimmed) ?? []
    if (key === undefined || value === undefined)
      throw wrong('this is neither a profile, nor a key with a value, nor a comment')
    if (!current) throw wrong(`${key} stands before any profile such as [DEFAULT]`)
    if (current.entries.has(key)) throw wrong(`${key} is there a second time in profile ${current.name}`)
    current.entries.set(key, { value, line, profile: current.name })
  }
  return profiles
}
