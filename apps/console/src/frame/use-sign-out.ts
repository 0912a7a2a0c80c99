import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { sessionQuery, signOut } from '../api/session.ts'
import { live } from '../live/live.ts'
import { paths } from '../paths.ts'
import { toast } from '../ui/toasts.ts'

/** Ends the session in all tabs of this browser, and clears the cache. */
export function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { mutate } = useMutation({
    ...signOut,
    onSuccess: async (session) => {
      await client.cancelQueries()
      client.setQueryData(sessionQuery.queryKey, session)
      live.check()
      await navigate(paths.signIn)
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
    },
    onError: (error) => toast({ tone: 'bad', text: error.message }),
  })
  return () => mutate()
}
