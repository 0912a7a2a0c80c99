import type { Action } from '@gatehouse/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { currentActsQuery } from '../api/activity.ts'
import { forbiddenReason, useUser } from '../api/session.ts'
import { Button } from '../ui/Button.tsx'
import { ActError } from '../ui/ErrorState.tsx'

/** Stops the retries of a revoke. Gatehouse continues to read its outcome. */
export function StopTrying({ action: { id } }: { action: Action }) {
  const user = useUser()
  const client = useQueryClient()
  const stop = useMutation({
    mutationFn: () => call('POST /api/activity/:attemptId/stop-trying', { params: { attemptId: id } }),
    meta: { touches: ['activity'] },
    onSuccess: (stopped) =>
      client.setQueryData(currentActsQuery.queryKey, (actions) =>
        actions?.map((action) => (action.id === id ? stopped : action)),
      ),
  })
  return (
    <>
      <Button
        size="small"
        busy={stop.isPending}
        blocked={forbiddenReason(user, 'access-requests:decide')}
        onClick={() => stop.mutate()}
      >
        Stop retrying
      </Button>
      <ActError error={stop.error} />
    </>
  )
}
