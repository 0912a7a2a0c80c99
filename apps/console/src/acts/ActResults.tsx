import type { ReactNode } from 'react'
import { standingOf } from '../api/attempt.ts'
import { plural } from '../ui/in-words.ts'
import { ActResult } from './ActResult.tsx'
import { countOutcomes } from './count-outcomes.ts'
import type { Acts } from './use-acts.ts'

interface ActResultsProps<Item extends { connectionId: string; id: string }> {
  acts: Acts<Item>
  noun: string
  stateOf: (item: Item) => ReactNode
}

/** The result of each item, and a count of the outcomes. Announced to screen readers as it changes. */
export function ActResults<Item extends { connectionId: string; id: string }>({
  acts: { results, nameOf, tryAgain },
  noun,
  stateOf,
}: ActResultsProps<Item>) {
  const standings = results.map(({ attempt }) => standingOf(attempt))
  const goesOn = standings.some((standing) => standing !== 'done' && standing !== 'failed')
  const isOne = results.length === 1
  return (
    <>
      {!isOne && (
        <output className="block">
          {plural(results.length, noun)}: {countOutcomes(standings)}.
        </output>
      )}
      <ul
        aria-label={`Results by ${noun}`}
        aria-live={isOne ? 'polite' : undefined}
        className="divide-y rounded-control border"
      >
        {results.map(({ item, attempt }) => (
          <ActResult
            key={item.id}
            name={nameOf(item)}
            attempt={attempt}
            state={stateOf(item)}
            onTryAgain={() => tryAgain(attempt)}
          />
        ))}
      </ul>
      {goesOn && <p className="text-sm text-text-soft">You can close this. The outcome will be in Activity.</p>}
    </>
  )
}
