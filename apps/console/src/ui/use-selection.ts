import { useState } from 'react'

/** The selected rows by id. Not in the address: a link must not select rows for its reader. */
export function useSelection() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  return { selected, onChange: setSelected, clear: () => setSelected(new Set()) }
}
