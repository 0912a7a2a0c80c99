import { Combobox } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown, Globe } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { cn } from '../ui/cn.ts'
import { writeParam } from '../ui/list-state.ts'
import { readScope, scopeName } from './scope.ts'
import { scopeOptions, type ScopeGroup, type ScopeOption } from './scope-options.ts'
import { usePlaces } from './use-places.ts'

/** Sets the scope of all pages: everywhere, a region, a connection or a compartment. */
export function ScopePicker({ scope }: { scope: string }) {
  const { connections } = usePlaces()
  const [, setParams] = useSearchParams()
  const groups = scopeOptions(connections)
  const chosen = groups.flatMap(({ items }) => items).find(({ value }) => value === scope) ?? null
  return (
    <Combobox.Root
      items={groups}
      value={chosen}
      onValueChange={(option) => setParams((params) => writeParam(params, 'scope', option?.value ?? ''))}
      isItemEqualToValue={(a, b) => a.value === b.value}
      itemToStringLabel={({ label }: ScopeOption) => label}
      autoHighlight
    >
      <Combobox.Trigger
        aria-label={`Scope: ${scopeName(readScope(scope), connections)}`}
        className={cn(
          'flex h-8 min-w-0 items-center gap-2 rounded-control px-2 font-medium hover:bg-hover data-popup-open:bg-hover pointer-coarse:h-11',
          scope !== '' && 'text-accent',
        )}
      >
        <Globe aria-hidden className="size-4 shrink-0 opacity-70" />
        <span className="max-w-80 truncate">{scopeName(readScope(scope), connections)}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-text-faint" />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={6} collisionPadding={8} className="z-50">
          <Combobox.Popup
            aria-label="Scope"
            className="floating flex max-h-[min(28rem,var(--available-height))] w-84 max-w-[calc(100vw-1rem)] animate-appear flex-col overflow-hidden"
          >
            <div className="border-b p-2">
              <Combobox.Input
                placeholder="Find a connection or compartment"
                aria-label="Find a connection or compartment"
                className="field"
              />
            </div>
            <Combobox.Empty>
              <p className="px-3 py-4 text-text-soft empty:hidden">No matching connection or compartment</p>
            </Combobox.Empty>
            <Combobox.List className="min-h-0 overflow-y-auto overscroll-contain p-1">
              {(group: ScopeGroup) => (
                <Combobox.Group
                  key={group.value}
                  items={group.items}
                  className="not-first:mt-1 not-first:border-t not-first:pt-1"
                >
                  <Combobox.GroupLabel className="sr-only">{group.value}</Combobox.GroupLabel>
                  <Combobox.Collection>
                    {(option: ScopeOption) => <Choice key={option.value} option={option} />}
                  </Combobox.Collection>
                </Combobox.Group>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

const Choice = ({ option }: { option: ScopeOption }) => (
  <Combobox.Item
    value={option}
    className="flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 py-1 outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-11"
  >
    <span className="min-w-0 flex-1" style={{ paddingInlineStart: option.depth * 12 }}>
      <span className={cn('block truncate', option.depth === 0 && 'font-medium')}>
        {option.label.split(' / ').at(-1)}
      </span>
      {option.problem && <span className="block text-sm text-warn">{option.problem}</span>}
    </span>
    {option.note && <span className="text-sm text-text-soft">{option.note}</span>}
    <Combobox.ItemIndicator>
      <Check aria-hidden className="size-4 text-accent" />
    </Combobox.ItemIndicator>
  </Combobox.Item>
)
