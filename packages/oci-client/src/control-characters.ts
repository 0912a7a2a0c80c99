/**
 * JSON whose strings have control characters in them as they are, which RFC 8259 (7) forbids, with those characters
 * escaped. Between strings line breaks and tabs stay as they are.
 */
export function escapeControlCharacters(json: string): string {
  let inString = false
  // an escape is taken with what it escapes, so that a quote in it does not count
  return json.replaceAll(/\\[^]|["\p{Cc}]/gu, (found) => {
    if (found === '"') {
      inString = !inString
      return found
    }
    const code = found.codePointAt(0) ?? 0
    return inString && code < 0x20 ? `\\u${code.toString(16).padStart(4, '0')}` : found
  })
}
