import { isAscii } from 'node:buffer'
import { escapeControlCharacters } from './control-characters.ts'

/** The parsed body, or the problem with it. The problem ends a sentence that begins with the answer. */
export type AnswerBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string }

/** Parses JSON in UTF-8, and reports anything else as a problem. Members that are null are removed. */
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

/** Replaces lone surrogates by U+FFFD. In UTF-8 they can only occur escaped, so other texts skip the reviver. */
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

/** Ten times deeper than any model of these services. */
const maxDepth = 100

/**
 * Removes null members, because OCI writes some absent members as null and the types do not allow null. Changes the value
 * in place. Returns false when it is nested too deeply.
 */
function removeNulls(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth > maxDepth) return false
  return Array.isArray(value)
    ? removeNullItems(value, depth)
    : removeNullMembers(value as Record<string, unknown>, depth) // an object, not an array
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
  // Objects from JSON have own members only.
  for (const name in members) {
    const member = members[name]
    // Copying a member named `__proto__` would set the prototype of the copy.
    if (member === null || name === '__proto__') delete members[name]
    else if (typeof member === 'object' && !removeNulls(member, depth + 1)) return false
  }
  return true
}
