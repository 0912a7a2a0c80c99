import { plural } from '../ui/in-words.ts'
import type { LeftOutItem } from './apart.ts'

interface LeftOutProps<Item extends { id: string }> {
  leftOut: readonly LeftOutItem<Item>[]
  /** "pool" */
  noun: string
  /** "stopped" */
  past: string
  nameOf: (item: Item) => string
}

/** The most items that are listed one by one. */
const shown = 500

/** The skipped items, each with the reason. Renders nothing without any. */
export const LeftOut = <Item extends { id: string }>({ leftOut, noun, past, nameOf }: LeftOutProps<Item>) =>
  leftOut.length === 0 ? null : (
    <section aria-label="Skipped" className="space-y-1">
      <h3 className="font-medium">
        {plural(leftOut.length, noun)} cannot be {past} and will be skipped
      </h3>
      <ul className="space-y-1 text-sm">
        {leftOut.slice(0, shown).map(({ item, reason }) => (
          <li key={item.id}>
            <span className="font-medium wrap-anywhere">{nameOf(item)}</span>{' '}
            <span className="text-text-soft">{reason}</span>
          </li>
        ))}
        {leftOut.length > shown && (
          <li className="text-text-soft">and {plural(leftOut.length - shown, `more ${noun}`)}</li>
        )}
      </ul>
    </section>
  )
