const key = 'gatehouse.reloaded-at'
const againMs = 30_000

/**
 * When a newer console was installed, the parts that this page still wants to load are gone, and loading the page anew
 * gets the newer one. Not when nobody answers: then what is on screen is worth more than the browser's error page.
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
