import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useRevalidator, useRouteError } from 'react-router'
import { useLiveState } from './live/use-live.ts'
import { ErrorState } from './ui/ErrorState.tsx'
import { useDocumentTitle } from './ui/use-document-title.ts'

/**
 * Shown when a page fails to load or render: the error, its request ids and a retry. It retries when
 * Gatehouse answers again.
 */
export function RouteProblem() {
  const error = useRouteError()
  const client = useQueryClient()
  const { revalidate, state } = useRevalidator()
  const { state: liveState } = useLiveState()
  const isAnswering = liveState === 'live' || liveState === 'polling'
  const wasAnswering = useRef(isAnswering)
  useDocumentTitle('Page error')

  const retry = async () => {
    await client.resetQueries({ predicate: (query) => query.state.status === 'error' })
    await revalidate()
  }
  useEffect(() => {
    if (isAnswering && !wasAnswering.current) void revalidate()
    wasAnswering.current = isAnswering
  }, [isAnswering, revalidate])

  return (
    <div className="p-4 sm:p-6">
      <h1 className="sr-only">Page error</h1>
      <ErrorState error={error} onRetry={() => void retry()} busy={state === 'loading'} />
    </div>
  )
}
