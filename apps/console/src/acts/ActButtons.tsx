import { attempts } from '../api/attempts.ts'
import { useUser } from '../api/session.ts'
import { Button } from '../ui/Button.tsx'
import type { CurrentAct } from './current-acts.ts'
import { mayTryAgain } from './may-try-again.ts'
import { StopTrying } from './StopTrying.tsx'
import { useTryAgain } from './use-try-again.ts'

/** The buttons for an act: retry one's own unknown act, stop the retries of a revoke, dismiss a failure. */
export function ActButtons({ act: { action, attempt, standing } }: { act: CurrentAct }) {
  const user = useUser()
  const tryAgain = useTryAgain()
  const own = attempt ?? (action?.by.id === user.id ? action : null)
  const canTry = attempt
    ? mayTryAgain({ ...attempt, action })
    : action !== null && standing === 'unknown' && action.mayTryAgain
  const isLocal = attempt !== null && action === null && attempt.step === 'answered'
  return (
    <>
      {own && canTry && (
        <Button size="small" busy={attempt?.step === 'sending'} onClick={() => tryAgain(own, action ?? undefined)}>
          Try again
        </Button>
      )}
      {action?.following?.how === 'retrying' && <StopTrying action={action} />}
      {isLocal && (
        <Button size="small" tone="bare" onClick={() => attempts.forget(attempt.id)}>
          Dismiss
        </Button>
      )}
    </>
  )
}
