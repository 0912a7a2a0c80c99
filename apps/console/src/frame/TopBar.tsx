import { Search } from 'lucide-react'
import { Kbd } from '../ui/Kbd.tsx'
import { LiveChip } from './LiveChip.tsx'
import { ScopePicker } from './ScopePicker.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'

/** Above every page: scope, live state, search and theme. */
export const TopBar = ({ scope, onSearch }: { scope: string; onSearch: () => void }) => (
  <header className="sticky top-0 z-20 flex h-(--frame-top) items-center gap-1 border-b bg-canvas px-2 sm:px-4">
    <ScopePicker scope={scope} />
    <span className="flex-1" />
    <LiveChip />
    <button
      type="button"
      onClick={onSearch}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-8 items-center gap-2 rounded-control px-2 text-text-soft hover:bg-hover hover:text-text md:min-w-48 md:border md:border-control-line md:bg-surface pointer-coarse:h-11 pointer-coarse:min-w-11 max-md:justify-center"
    >
      <Search aria-hidden className="size-4.5 md:size-4" />
      <span className="max-md:sr-only">Search</span>
      <span className="sr-only"> and commands</span>
      <span aria-hidden className="ms-auto max-md:hidden">
        <Kbd>{isApple ? '⌘ K' : 'Ctrl K'}</Kbd>
      </span>
    </button>
    <ThemeMenu />
  </header>
)

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)
