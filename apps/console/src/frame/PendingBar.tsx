import { useNavigation } from 'react-router'

/** The progress bar at the top while the next page loads. */
export function PendingBar() {
  const { state } = useNavigation()
  if (state === 'idle') return null
  return (
    <output className="fixed inset-x-0 top-0 z-50 h-0.5 animate-late overflow-hidden">
      <span className="block h-full w-1/4 animate-slide rounded-full bg-accent" />
      <span className="sr-only">Loading page</span>
    </output>
  )
}
