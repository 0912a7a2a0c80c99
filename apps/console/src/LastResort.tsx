import { useRouteError } from 'react-router'
import { describeError } from './ui/describe-error.ts'

/**
 * Shown when the console cannot start: the BFF does not answer, or a chunk failed to load. It loads no chunk of its
 * own. Errors within a page go to `RouteProblem`.
 */
export function LastResort() {
  const { title, detail } = describeError(useRouteError())
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-4 p-6 text-center">
      <h1 className="text-lg font-semibold">{title}</h1>
      <p role="alert" className="max-w-md text-text-soft">
        {detail}
      </p>
      <a href={location.href} className="link font-medium">
        Reload
      </a>
    </main>
  )
}
