import { useState } from 'react'

/** Which rows are chosen, by id. It does not outlive the page: a link should not choose forty things for somebody. */
export function useSelection() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  return { selected, onChange: setSelected, clear: () => setSelected(new Set()) }
}
