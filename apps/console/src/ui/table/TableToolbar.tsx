import { ArrowDownUp, Settings2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../Button.tsx'
import { cn } from '../cn.ts'
import { plural } from '../in-words.ts'
import type { Sort } from '../list-state.ts'
import { Menu, MenuCheckbox, MenuGroup, MenuItem, MenuSeparator } from '../Menu.tsx'
import type { Column } from './column.ts'
import type { useTablePreferences } from './preferences.ts'
import type { Selection } from './selection.ts'

interface TableToolbarProps<Row> {
  columns: readonly Column<Row>[]
  preferences: ReturnType<typeof useTablePreferences<Row>>
  selection: Selection<Row> | undefined
  ids: readonly string[]
  note: ReactNode
  sort: Sort | null
  onSort: ((sort: Sort) => void) | undefined
  narrow: boolean
}

/** Above the head: the note, or the selection with its acts; then columns and density. */
export function TableToolbar<Row>({
  columns,
  preferences,
  selection,
  ids,
  note,
  sort,
  onSort,
  narrow,
}: TableToolbarProps<Row>) {
  const chosen = selection ? ids.filter((id) => selection.selected.has(id)).length : 0
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
          {selection.actions}
          <IconButton size="small" label="Clear selection" onClick={() => selection.onChange(new Set())}>
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
                .filter(({ sortBy }) => sortBy)
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
