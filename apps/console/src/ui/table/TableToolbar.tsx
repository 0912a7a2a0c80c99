import { ArrowDownUp, Download, Settings2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, IconButton, IconLink } from '../Button.tsx'
import { cn } from '../cn.ts'
import { plural } from '../in-words.ts'
import type { Sort } from '../list-state.ts'
import { Menu, MenuCheckbox, MenuGroup, MenuItem, MenuSeparator } from '../Menu.tsx'
import type { Column } from './column.ts'
import type { useTablePreferences } from './preferences.ts'
import type { Rows } from './rows.ts'
import { countSelected, nothingSelected, type Selection } from './selection.ts'

interface TableToolbarProps<Row> {
  columns: readonly Column<Row>[]
  preferences: ReturnType<typeof useTablePreferences<Row>>
  selection: Selection<Row> | undefined
  rows: Rows<Row>
  note: ReactNode
  csv: string | undefined
  sort: Sort | null
  sorts: readonly string[]
  onSort: ((sort: Sort) => void) | undefined
  narrow: boolean
}

/** Above the head: the note, or the selection with its acts; then the file, columns and density. */
export function TableToolbar<Row>({
  columns,
  preferences,
  selection,
  rows,
  note,
  csv,
  sort,
  sorts,
  onSort,
  narrow,
}: TableToolbarProps<Row>) {
  const total = rows.total ?? 0
  const chosen = selection ? countSelected(selection.selected, total) : 0
  return (
    <div
      className={cn(
        'flex min-h-11 flex-wrap items-center gap-2 px-3 py-1',
        // on a phone the page scrolls: the acts on the selection stay in reach
        chosen > 0 &&
          'max-sm:sticky max-sm:top-(--frame-top) max-sm:z-10 max-sm:rounded-t-panel max-sm:bg-surface max-sm:shadow-float',
      )}
    >
      {selection && chosen > 0 ? (
        <div role="toolbar" aria-label="Selection" className="flex min-w-0 flex-wrap items-center gap-2">
          <span className="font-medium text-accent tabular-nums">{plural(chosen, ...selection.noun)} selected</span>
          <SelectMatching selection={selection} rows={rows} total={total} />
          {selection.actions}
          <IconButton size="small" label="Clear selection" onClick={() => selection.onChange(nothingSelected)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      ) : (
        <div className="min-w-0 text-sm text-text-soft">{note}</div>
      )}
      <div className="ms-auto flex items-center">
        {narrow && chosen === 0 && onSort && (
          <Menu
            trigger={
              <IconButton size="small" label="Sort by">
                <ArrowDownUp aria-hidden className="size-4" />
              </IconButton>
            }
          >
            <MenuGroup label="Sort by">
              {columns
                .filter(({ id }) => sorts.includes(id))
                .map(({ id, head }) => (
                  <MenuItem
                    key={id}
                    onSelect={() => onSort({ column: id, descending: sort?.column === id && !sort.descending })}
                  >
                    {head}
                    {sort?.column === id && <span className="text-text-soft"> {sort.descending ? '↓' : '↑'}</span>}
                  </MenuItem>
                ))}
            </MenuGroup>
          </Menu>
        )}
        {csv !== undefined && total > 0 && (
          <IconLink href={csv} download label="Download CSV">
            <Download aria-hidden className="size-4" />
          </IconLink>
        )}
        {!narrow && (
          <Menu
            trigger={
              <IconButton size="small" label="Columns and density">
                <Settings2 aria-hidden className="size-4" />
              </IconButton>
            }
          >
            <MenuGroup label="Columns">
              {columns.slice(1).map(({ id, head }) => (
                <MenuCheckbox
                  key={id}
                  checked={!preferences.hidden.has(id)}
                  onChange={(shown) => preferences.show(id, shown)}
                >
                  {head}
                </MenuCheckbox>
              ))}
            </MenuGroup>
            <MenuSeparator />
            <MenuCheckbox checked={preferences.comfortable} onChange={preferences.setComfortable}>
              Comfortable rows
            </MenuCheckbox>
          </Menu>
        )}
      </div>
    </div>
  )
}

/** Offers all matching rows once every loaded row is selected. */
function SelectMatching<Row>({
  selection: { selected, onChange, noun, rowId },
  rows: { loaded },
  total,
}: {
  selection: Selection<Row>
  rows: Rows<Row>
  total: number
}) {
  if (selected.kind === 'matching' || loaded.length >= total) return null
  if (!loaded.every((row) => selected.rows.has(rowId(row)))) return null
  return (
    <Button
      size="small"
      tone="bare"
      className="text-accent!"
      onClick={() => onChange({ kind: 'matching', except: new Set() })}
    >
      Select all {plural(total, ...noun)} that match
    </Button>
  )
}
