import { useRouteError } from 'react-router'
import { describeError } from './ui/describe-error.ts'

/**
 * Where the console itself could not begin: nobody answers, or a part of it could not be loaded. It needs nothing that
 * would have to be loaded first; what goes wrong within a page has `RouteProblem`.
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
