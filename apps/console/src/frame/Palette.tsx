import { Autocomplete } from '@base-ui/react/autocomplete'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../api/call.ts'
import { describeError } from '../ui/describe-error.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { useThrottled } from '../ui/use-throttled.ts'
import { navItems, withScope } from './nav-items.ts'
import { foundGroups, matchingCommands, type PaletteGroup, type PaletteItem } from './palette-items.ts'
import { setTheme, type Theme } from './theme.ts'
import { useSignOut } from './use-sign-out.ts'

export interface PaletteProps {
  scope: string
  onClose: () => void
}

/** How often a search is sent while a person types. */
const typingMs = 100
const keptMs = 30_000

/** Things of every list by name, id or user. Those of the search before remain until these are found. */
const searchQuery = (search: string) =>
  queryOptions({
    queryKey: ['search', search],
    queryFn: ({ signal }) => call('GET /api/search', { query: { search }, signal }),
    enabled: search !== '',
    placeholderData: search === '' ? undefined : keepPreviousData,
    gcTime: keptMs,
  })

const themes: [Theme, string][] = [
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
  ['system', 'System theme'],
]

/** The command palette: pages and commands by name, and everything that Gatehouse lists. Mounted while it is open. */
export default function Palette({ scope, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const navigate = useNavigate()
  const signOut = useSignOut()
  const [search, setSearch] = useState('')
  const typed = useThrottled(search.trim().slice(0, 200), typingMs)
  const { data, error, isFetching } = useQuery(searchQuery(typed))

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  const close = () => dialog.current?.close()
  const run = (item: PaletteItem) => {
    close()
    item.run()
  }
  const commands: PaletteGroup[] = [
    {
      value: 'Pages',
      items: navItems.map(({ to, label }) => ({
        value: to,
        label,
        note: '',
        run: () => void navigate(withScope(to, scope)),
      })),
    },
    {
      value: 'Commands',
      items: [
        ...themes.map(([theme, label]) => ({ value: theme, label, note: '', run: () => setTheme(theme) })),
        { value: 'sign-out', label: 'Sign out', note: '', run: signOut },
      ],
    },
  ]
  const found = search.trim() === '' ? [] : (data?.items ?? [])
  const groups = [...matchingCommands(search.trim(), commands), ...foundGroups(found, (path) => void navigate(path))]
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a click on the backdrop closes it; the keyboard has Escape
    <dialog
      ref={dialog}
      aria-label="Search and commands"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) close()
      }}
      className="floating mx-auto mt-[12dvh] w-[min(36rem,calc(100vw-1rem))] animate-appear overflow-hidden text-text"
    >
      <Autocomplete.Root
        open
        inline
        items={groups}
        mode="none"
        value={search}
        onValueChange={setSearch}
        autoHighlight="always"
        keepHighlight
        itemToStringValue={({ label }: PaletteItem) => label}
      >
        <div className="flex items-center gap-2.5 border-b px-4">
          <Search aria-hidden className="size-4.5 shrink-0 text-text-faint" />
          <Autocomplete.Input
            aria-label="Search and commands"
            placeholder="Search by page, name, user or OCID"
            className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none"
          />
          {isFetching && <Spinner />}
          <Kbd>Esc</Kbd>
        </div>
        <Autocomplete.Empty>
          {/* an error stands below, and says more */}
          <p className="px-4 py-6 text-text-soft empty:hidden">{!error && (isFetching ? 'Searching' : 'No results')}</p>
        </Autocomplete.Empty>
        {error && typed !== '' && (
          <p role="alert" className="border-b bg-warn-soft px-4 py-2 text-warn">
            {describeError(error).detail}
          </p>
        )}
        <Autocomplete.List className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-1.5 empty:hidden">
          {(group: PaletteGroup) => (
            <Autocomplete.Group key={group.value} items={group.items}>
              <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 text-xs font-medium text-text-soft">
                {group.value}
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(item: PaletteItem) => (
                  <Autocomplete.Item
                    key={item.value}
                    value={item}
                    onClick={() => run(item)}
                    className="flex min-h-9 cursor-default items-center gap-3 rounded-control px-2.5 py-1 outline-none select-none data-highlighted:bg-accent-soft data-highlighted:text-accent pointer-coarse:min-h-11"
                  >
                    <span className="shrink-0 truncate font-medium">{item.label}</span>
                    <span className="min-w-0 truncate text-sm text-text-soft">{item.note}</span>
                  </Autocomplete.Item>
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
    </dialog>
  )
}
