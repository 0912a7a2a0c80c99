import { Mark } from '../ui/Mark.tsx'

/** The mark and the name; the mark alone where the navigation is narrow. */
export const Brand = () => (
  <span className="flex items-center gap-2.5">
    <Mark />
    <span className="text-lg font-semibold max-lg:sr-only">Gatehouse</span>
  </span>
)
