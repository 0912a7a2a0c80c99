import { useState } from 'react'
import { actNames } from '../states/activity-words.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField } from '../ui/Field.tsx'
import { useNarrow } from '../ui/use-media.ts'
import { outcomes, type FilterName } from './activity-filters.ts'
import { FilterField, TypedFilter } from './FilterField.tsx'
import type { useActivityFilters } from './use-activity-filters.ts'

type FilterBarProps = Omit<ReturnType<typeof useActivityFilters>, 'filters'>

/** The filters of the ledger, collapsed behind a button on a phone. */
export function FilterBar({ chosen, count, choose, clear }: FilterBarProps) {
  const narrow = useNarrow()
  const [opened, setOpened] = useState(false)
  const field = (name: FilterName) => ({
    value: chosen[name],
    onChange: ({ target }: { target: { value: string } }) => choose(name, target.value),
  })
  return (
    <search aria-label="Filters" className="space-y-2">
      {narrow && (
        <Button aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {count === 0 ? 'Filters' : `Filters (${count})`}
        </Button>
      )}
      {(!narrow || opened) && (
        <div className="flex flex-wrap items-start gap-3 *:min-w-36 *:flex-1">
          <SelectField label="Action" {...field('act')}>
            <option value="">Any action</option>
            {actNames.map(({ act, name }) => (
              <option key={act} value={act}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField label="Outcome" {...field('status')}>
            <option value="">Any outcome</option>
            {outcomes.map(({ status, word }) => (
              <option key={status} value={status}>
                {word}
              </option>
            ))}
          </SelectField>
          <TypedFilter
            key={`by ${chosen.by}`}
            label="Person"
            value={chosen.by}
            onSettled={(by) => choose('by', by)}
            maxLength={200}
          />
          <FilterField type="date" label="From" max={chosen.to || undefined} {...field('from')} />
          <FilterField
            type="date"
            label="To"
            min={chosen.from || undefined}
            {...field('to')}
            error={backwards(chosen)}
          />
          <TypedFilter
            key={`of ${chosen.subjectId}`}
            label="Target OCID"
            value={chosen.subjectId}
            onSettled={(id) => choose('subjectId', id)}
            maxLength={255}
          />
          {count > 0 && (
            <Button tone="bare" className="min-w-0! flex-none! self-end" onClick={clear}>
              Clear filters
            </Button>
          )}
        </div>
      )}
    </search>
  )
}

const backwards = ({ from, to }: { from: string; to: string }) =>
  from !== '' && to !== '' && to < from ? 'Ends before it starts.' : undefined
