import { Spinner } from './ui/Spinner.tsx'

/** Until the first page is there. */
export const Starting = () => (
  <output className="flex h-dvh items-center justify-center gap-2 text-text-soft">
    <Spinner /> Loading Gatehouse
  </output>
)
