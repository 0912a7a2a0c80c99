/**
 * Where to go after signing in: `next` when it is a path of this console, else the overview. Other origins are never
 * followed, including disguised ones (`//host`, `/\host`).
 */
export function safeNext(next: string | null, origin: string): string {
  if (!next?.startsWith('/')) return '/'
  try {
    const url = new URL(next, origin)
    const path = `${url.pathname}${url.search}${url.hash}`
    // the path of `/.//host` is `//host`, another origin once it is resolved on its own
    if (url.origin !== origin || path.startsWith('//') || url.pathname === '/sign-in') return '/'
    return path
  } catch {
    return '/'
  }
}
