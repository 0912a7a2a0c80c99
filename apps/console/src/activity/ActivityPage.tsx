import { keepPreviousData, useInfiniteQuery, type QueryClient } from '@tanstack/react-query'
import { Download, History } from 'lucide-react'
import type { LoaderFunctionArgs } from 'react-router'
import { useLiveLedger } from '../live/use-live-ledger.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ActError, ErrorState } from '../ui/ErrorState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SkeletonLines } from '../ui/Skeleton.tsx'
import { readChosen, toActivityFilters } from './activity-filters.ts'
import { FilterBar } from './FilterBar.tsx'
import { LedgerEntry } from './LedgerEntry.tsx'
import { LinkedEntry } from './LinkedEntry.tsx'
import { csvUrl, ledgerQuery } from './queries.ts'
import { useActivityFilters } from './use-activity-filters.ts'
import { useOpenEntry } from './use-open-entry.ts'

export const loader =
  (client: QueryClient) =>
  ({ request }: LoaderFunctionArgs) => {
    void client.prefetchInfiniteQuery(ledgerQuery(toActivityFilters(readChosen(new URL(request.url).searchParams))))
    return null
  }

export default function ActivityPage() {
  useLiveLedger()
  const { filters, ...bar } = useActivityFilters()
  const { open, setOpen } = useOpenEntry()
  const ledger = useInfiniteQuery({ ...ledgerQuery(filters), placeholderData: keepPreviousData })
  const actions = ledger.data?.pages.flatMap(({ items }) => items)
  const elsewhere = open !== null && actions !== undefined && !actions.some(({ sequence }) => sequence === open)

  return (
    <Page>
      <PageHead
        title="Activity"
        line="Every decision and action taken here: who, what, when, and the outcome. Recorded before anything is sent to OCI, and never changed."
        actions={
          <ButtonLink to={csvUrl(filters)} reloadDocument download icon={<Download aria-hidden className="size-4" />}>
            Download CSV
          </ButtonLink>
        }
      />
      <FilterBar {...bar} />
      {elsewhere && <LinkedEntry sequence={open} onClose={() => setOpen(null)} />}
      <section aria-label="Entries" aria-busy={ledger.isPlaceholderData} className="panel">
        {!actions && ledger.error && (
          <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} busy={ledger.isFetching} />
        )}
        {!actions && !ledger.error && (
          <div className="p-4">
            <SkeletonLines lines={12} />
          </div>
        )}
        {actions?.length === 0 && <Empty filtered={bar.count > 0} onClear={bar.clear} />}
        {actions && actions.length > 0 && (
          <ol className="divide-y [&>li]:[contain-intrinsic-size:auto_3.5rem] [&>li]:[content-visibility:auto]">
            {actions.map((action) => (
              <LedgerEntry
                key={action.id}
                action={action}
                open={action.sequence === open}
                onToggle={() => setOpen(action.sequence === open ? null : action.sequence)}
              />
            ))}
          </ol>
        )}
        {ledger.hasNextPage && (
          <div className="flex flex-col items-center gap-2 border-t p-3">
            {ledger.isFetchNextPageError && <ActError error={ledger.error} />}
            <Button busy={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
              Load older
            </Button>
          </div>
        )}
      </section>
    </Page>
  )
}

const Empty = ({ filtered, onClear }: { filtered: boolean; onClear: () => void }) =>
  filtered ? (
    <EmptyState
      icon={<History aria-hidden />}
      title="No matching entries"
      action={<Button onClick={onClear}>Clear filters</Button>}
    >
      The entire ledger was searched.
    </EmptyState>
  ) : (
    <EmptyState icon={<History aria-hidden />} title="No activity yet">
      Decisions on access requests and actions on desktops are recorded here.
    </EmptyState>
  )
