import { Compass } from 'lucide-react'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'

/** Shown for unknown addresses. */
export default function NotFoundPage() {
  useDocumentTitle('Page not found')
  return (
    <div className="p-6">
      <h1 className="sr-only">Page not found</h1>
      <EmptyState
        icon={<Compass aria-hidden />}
        title="No page at this address"
        action={<ButtonLink to={paths.overview}>Go to Overview</ButtonLink>}
      >
        The address may be mistyped or belong to another version of Gatehouse.
      </EmptyState>
    </div>
  )
}
