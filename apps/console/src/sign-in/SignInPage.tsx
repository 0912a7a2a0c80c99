import { useMutation, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { redirect, useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { safeNext } from '../api/safe-next.ts'
import { sessionQuery, signIn } from '../api/session.ts'
import { live } from '../live/live.ts'
import { Button } from '../ui/Button.tsx'
import { ActError } from '../ui/ErrorState.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import { DemoAccounts } from './DemoAccounts.tsx'
import { Mark } from '../ui/Mark.tsx'

export const loader =
  (client: QueryClient) =>
  async ({ request }: LoaderFunctionArgs) => {
    const { user } = await client.ensureQueryData(sessionQuery)
    const { searchParams, origin } = new URL(request.url)
    if (user !== null) throw redirect(safeNext(searchParams.get('next'), origin))
    return null
  }

export default function SignInPage() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const client = useQueryClient()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const passwordField = useRef<HTMLInputElement>(null)
  useDocumentTitle('Sign in')

  const { mutate, isPending, error } = useMutation({
    ...signIn,
    onSuccess: async (signedIn) => {
      // clears the data of an earlier user
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
      client.setQueryData(sessionQuery.queryKey, signedIn)
      live.check()
      await navigate(safeNext(params.get('next'), location.origin), { replace: true })
    },
    onError: () => passwordField.current?.select(),
  })

  return (
    <main className="flex min-h-dvh flex-col items-center gap-6 px-4 pt-[12dvh] pb-10">
      <div className="flex items-center gap-3">
        <Mark className="size-9" />
        <span className="text-xl font-semibold tracking-tight">Gatehouse</span>
      </div>
      <div className="panel w-full max-w-96 space-y-5 p-6">
        <header>
          <h1 className="text-xl font-semibold tracking-tight">Sign in</h1>
          <p className="text-text-soft">
            {session.sandbox ? 'Sandbox: OCI is simulated on this machine' : 'OCI operations console'}
          </p>
        </header>
        {params.has('ended') && (
          <Notice tone="warn">Your session has ended. Sign in to continue where you left off.</Notice>
        )}
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (!isPending) mutate({ name, password })
          }}
        >
          <TextField
            label="Name"
            name="name"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            ref={passwordField}
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={1000}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <ActError error={error} />
          <Button type="submit" tone="primary" busy={isPending} className="w-full">
            Sign in
          </Button>
        </form>
      </div>
      {session.demoAccounts && (
        <DemoAccounts
          accounts={session.demoAccounts}
          chosen={name}
          onChoose={(account) => {
            setName(account)
            passwordField.current?.focus()
          }}
        />
      )}
    </main>
  )
}
