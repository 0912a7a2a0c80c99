import { Button } from '../ui/Button.tsx'
import { ActError, ErrorState } from '../ui/ErrorState.tsx'
import { Table, type TableProps } from '../ui/table/Table.tsx'
import type { List, ListPath, ListRows } from './list.ts'
import type { ListOnPage } from './use-list.ts'

type OfList = 'rows' | 'rowId' | 'sort' | 'sorts' | 'onSort' | 'csv'

interface ListTableProps<Path extends ListPath> extends Omit<TableProps<ListRows[Path]>, OfList> {
  of: List<Path>
  list: ListOnPage<Path>
}

const rowId = ({ id }: { id: string }) => id

/** The table of a list. When the rows cannot be read, the rows that were read before remain under the reason. */
export function ListTable<Path extends ListPath>({ of, list, ...table }: ListTableProps<Path>) {
  const { rows } = list
  if (rows.error && rows.total === undefined) {
    return <ErrorState error={rows.error} onRetry={rows.retry} busy={rows.retrying} />
  }
  return (
    <>
      {rows.error && (
        <div className="flex flex-wrap items-center gap-2">
          <ActError error={rows.error} />
          <Button size="small" busy={rows.retrying} onClick={rows.retry}>
            Try again
          </Button>
        </div>
      )}
      <Table
        {...table}
        rows={rows}
        rowId={rowId}
        sort={list.sort}
        sorts={of.sorts}
        onSort={list.setSort}
        csv={list.csv}
      />
    </>
  )
}
