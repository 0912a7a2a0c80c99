import { useEffect } from 'react'

/** Names the browser's tab: "Desktop pools · Gatehouse". */
export function useDocumentTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Gatehouse`
  }, [title])
}
