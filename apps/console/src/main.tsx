import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { createQueryClient } from './api/query-client.ts'
import { sessionQuery } from './api/session.ts'
import { live } from './live/live.ts'
import { paths } from './paths.ts'
import { reloadOnceWhenReplaced } from './reload.ts'
import { createRoutes } from './routes.tsx'

const client = createQueryClient({ onSignedOut: goToSignIn })
const router = createBrowserRouter(createRoutes(client))

live.set({
  client,
  handlers: async () => (await import('./live-events.ts')).liveEvents,
  onSignedOut: goToSignIn,
})
reloadOnceWhenReplaced()

/** Goes to the sign-in page when the session ends, with the way back. */
function goToSignIn() {
  const { location, navigation } = router.state
  if ([location.pathname, navigation.location?.pathname].includes(paths.signIn)) return
  client.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, user: null })
  const next = `${location.pathname}${location.search}${location.hash}`
  void router.navigate(`${paths.signIn}?${new URLSearchParams({ next, ended: 'yes' })}`)
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
