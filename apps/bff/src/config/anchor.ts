import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Mistakes } from './mistakes.ts'

/** Where heads of the ledger are written outside of the store: lines appended to a file, or JSON posted to an address. */
export type AnchorTarget = { kind: 'file'; path: string } | { kind: 'address'; url: URL }

/** Reads a path or an http(s) address. A mistake does not repeat the text: an address may hold a token. */
export function parseAnchor(name: string, text: string | undefined, mistakes: Mistakes): AnchorTarget | null {
  if (text === undefined) return null
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return parseAddress(name, text, mistakes)
  const path = resolve(text)
  const folder = dirname(path)
  if (!existsSync(folder)) mistakes.add(`The folder ${folder}, named in ${name}, does not exist. Make it first.`)
  else if (existsSync(path) && statSync(path).isDirectory())
    mistakes.add(`${name} must be a file or an https address; ${path} is a folder.`)
  return { kind: 'file', path }
}

function parseAddress(name: string, text: string, mistakes: Mistakes): AnchorTarget | null {
  const url = URL.parse(text)
  // fetch takes no user and password in an address
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return { kind: 'address', url }
  mistakes.add(`${name} must be a file, or an address that begins with https:// or http:// and names no user.`)
  return null
}
