import { Compass } from 'lucide-react'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'

/** Where an address leads nowhere. */
export default function NotFoundPage() {
  useDocumentTitle('No such page')
  return (
    <div className="p-6">
      <h1 className="sr-only">No such page</h1>
      <EmptyState
        icon={<Compass aria-hidden />}
        title="There is no such page"
        action={<ButtonLink to={paths.overview}>Go to the overview</ButtonLink>}
      >
        The address may be mistyped, or be from another version of this console.
      </EmptyState>
    </div>
  )
}
