import { isAscii } from 'node:buffer'
import { escapeControlCharacters } from './control-characters.ts'

/** What an answer holds, or why it holds nothing, as the end of a sentence that begins with the answer. */
export type AnswerBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string }

/**
 * JSON in UTF-8 and nothing else: what is not is said to be so, and never guessed at. Members that are null are left out.
 */
export function readAnswerBody(bytes: Buffer, allowControlCharacters: boolean): AnswerBody {
  let text: string
  try {
    text = isAscii(bytes) ? bytes.toString('latin1') : decoder.decode(bytes)
  } catch {
    return { ok: false, problem: 'is not UTF-8' }
  }
  let value: unknown
  try {
    value = parse(text, allowControlCharacters)
  } catch {
    const problem = isJson(escapeControlCharacters(text)) ? 'has raw control characters in its strings' : 'is not JSON'
    return { ok: false, problem }
  }
  return removeNulls(value, 0) ? { ok: true, value } : { ok: false, problem: 'is nested too deeply' }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function parse(text: string, allowControlCharacters: boolean): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (!allowControlCharacters) throw error
    return parseJson(escapeControlCharacters(text))
  }
}

/** In UTF-8 a surrogate can only stand escaped. A lone one is no text: it becomes U+FFFD. */
function parseJson(text: string): unknown {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return JSON.parse(text) as unknown // narrows any
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)) as unknown // narrows any
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** No model of these services is nested even a tenth of this. */
const maxDepth = 100

/**
 * OCI writes some absent members as null; the types know only absent ones. Changes the value in place, which nobody else
 * has yet; false when it is nested too deeply.
 */
function removeNulls(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth > maxDepth) return false
  return Array.isArray(value)
    ? removeNullItems(value, depth)
    : removeNullMembers(value as Record<string, unknown>, depth) // an object that is no array
}

function removeNullItems(items: unknown[], depth: number): boolean {
  let kept = 0
  for (const item of items) {
    if (item === null) continue
    if (!removeNulls(item, depth + 1)) return false
    items[kept++] = item
  }
  items.length = kept
  return true
}

function removeNullMembers(members: Record<string, unknown>, depth: number): boolean {
  // all its own, as it comes from JSON
  for (const name in members) {
    const member = members[name]
    // of the second name it would be mistaken for the object's prototype by whoever copies it
    if (member === null || name === '__proto__') delete members[name]
    else if (typeof member === 'object' && !removeNulls(member, depth + 1)) return false
  }
  return true
}
