/**
 * Where to go after signing in: `next` when it is a path of this console, else the overview. An address elsewhere,
 * also one in disguise (`//host`, `/\host`), is never followed.
 */
export function safeNext(next: string | null, origin: string): string {
  if (!next?.startsWith('/')) return '/'
  try {
    const url = new URL(next, origin)
    const path = `${url.pathname}${url.search}${url.hash}`
    // `/.//host` has a harmless origin until its path is read again on its own
    if (url.origin !== origin || path.startsWith('//') || url.pathname === '/sign-in') return '/'
    return path
  } catch {
    return '/'
  }
}
