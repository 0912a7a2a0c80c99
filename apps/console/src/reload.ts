const key = 'gatehouse.reloaded-at'
const againMs = 30_000

/**
 * Reloads the page when a chunk is gone because a newer console was deployed. It does not reload while the server is
 * unreachable, because the present page is worth more than the browser's error page.
 */
export function reloadOnceWhenReplaced() {
  addEventListener('vite:preloadError', () => void reloadIfReplaced())
}

async function reloadIfReplaced() {
  const last = Number(sessionStorage.getItem(key) ?? 0)
  if (Date.now() - last < againMs) return
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  try {
    const reply = await fetch('/', { headers: { accept: 'text/html' }, cache: 'no-store' })
    const page = await reply.text()
    if (!reply.ok || !entry || page.includes(entry.getAttribute('src') ?? '')) return
  } catch {
    return
  }
  sessionStorage.setItem(key, String(Date.now()))
  location.reload()
}
