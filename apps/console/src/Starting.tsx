import { Spinner } from './ui/Spinner.tsx'

/** Shown until the first page has loaded. */
export const Starting = () => (
  <output className="flex h-dvh items-center justify-center gap-2 text-text-soft">
    <Spinner /> Loading Gatehouse
  </output>
)
