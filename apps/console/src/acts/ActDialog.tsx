import type { ReactNode } from 'react'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { capitalized, plural } from '../ui/in-words.ts'
import { ActResults } from './ActResults.tsx'
import type { LeftOutItem } from './apart.ts'
import { LeftOut } from './LeftOut.tsx'
import type { Acts } from './use-acts.ts'

interface Item {
  connectionId: string
  id: string
}

interface ActDialogProps<Thing extends Item> {
  open: boolean
  acts: Acts<Thing>
  /** "stop", "stopped"; "shut down" twice. */
  verb: string
  past: string
  /** "pool" */
  noun: string
  possible: readonly Thing[]
  leftOut: readonly LeftOutItem<Thing>[]
  tone: 'primary' | 'danger'
  /** The label of the dismiss button, where "Cancel" would be ambiguous. */
  dismiss?: string
  /** Why it cannot be confirmed yet. */
  blocked?: string | undefined
  /** The present state of the item: a badge beside its result. */
  stateOf: (item: Thing) => ReactNode
  /** Closes the dialog. The attempts continue. */
  onClose: () => void
  /** The question: who is affected and how, and fields. Not rendered when the act is possible on no item. */
  children: ReactNode
}

/** Confirms an act on one or several items, then shows the result of each. */
export function ActDialog<Thing extends Item>(props: ActDialogProps<Thing>) {
  const {
    open,
    acts,
    verb,
    past,
    noun,
    possible,
    leftOut,
    tone,
    dismiss = 'Cancel',
    blocked,
    stateOf,
    onClose,
    children,
  } = props
  const isAnswered = acts.results.length > 0
  const items = isAnswered ? acts.results.map(({ item }) => item) : possible
  const [only] = items
  const verbInTitle = capitalized(verb)
  const what = items.length === 1 && only ? acts.nameOf(only) : plural(items.length, noun)
  const close = () => {
    acts.clear()
    onClose()
  }

  if (!open || isAnswered) {
    const { failed, pending } = acts
    return (
      <ConfirmDialog
        open={open}
        onClose={close}
        title={`${verbInTitle} ${what}`}
        action={failed.length > 0 ? retryWords(failed.length, items.length) : null}
        dismiss="Close"
        pending={pending}
        onConfirm={acts.retryFailed}
      >
        <ActResults acts={acts} noun={noun} stateOf={stateOf} />
      </ConfirmDialog>
    )
  }
  const isNone = possible.length === 0
  return (
    <ConfirmDialog
      open
      onClose={close}
      title={isNone ? `No ${noun} can be ${past}` : `${verbInTitle} ${what}?`}
      action={isNone ? null : `${verbInTitle} ${plural(possible.length, noun)}`}
      dismiss={isNone ? 'Close' : dismiss}
      tone={tone}
      blocked={blocked}
      onConfirm={() => acts.start(possible)}
    >
      {!isNone && children}
      <LeftOut leftOut={leftOut} noun={noun} past={past} nameOf={acts.nameOf} />
    </ConfirmDialog>
  )
}

const retryWords = (failed: number, all: number) => (all === 1 ? 'Retry' : `Retry ${failed} failed`)
