/**
 * Escapes raw control characters inside JSON strings, which RFC 8259 (7) forbids. Line breaks and tabs between strings
 * stay as they are.
 */
export function escapeControlCharacters(json: string): string {
  let inString = false
  // An escape is matched together with the escaped character, so that an escaped quote does not end the string.
  return json.replaceAll(/\\[^]|["\p{Cc}]/gu, (found) => {
    if (found === '"') {
      inString = !inString
      return found
    }
    const code = found.codePointAt(0) ?? 0
    return inString && code < 0x20 ? `\\u${code.toString(16).padStart(4, '0')}` : found
  })
}
