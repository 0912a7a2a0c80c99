import { CSPProvider } from '@base-ui/react/csp-provider'
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router'
import { Toasts } from '../ui/Toasts.tsx'
import { TooltipLayer } from '../ui/TooltipLayer.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Navigation } from './Navigation.tsx'
import { PendingBar } from './PendingBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useFrameScope } from './use-frame-scope.ts'

const Palette = lazy(() => import('./Palette.tsx'))

interface FrameProps {
  /** The count of waiting access requests, beside the link. */
  waiting: ReactNode
}

/** The frame around every page. */
export function Frame({ waiting }: FrameProps) {
  const scope = useFrameScope()
  const main = useRef<HTMLElement>(null)
  const [searching, setSearching] = useState(false)
  const { pathname } = useLocation()
  const before = useRef(pathname)

  // moves the focus to the start of the new page, for keyboards and screen readers
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      // not while a modal dialog is open
      if (document.querySelector('dialog:modal')) return
      event.preventDefault()
      setSearching(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <CSPProvider disableStyleElements>
      <a
        href="#main"
        className="fixed start-2 top-2 z-50 -translate-y-16 rounded-control bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <PendingBar />
      <Navigation scope={scope} waiting={waiting} />
      <div className="flex min-h-dvh flex-col max-sm:pb-[calc(3.5rem+env(safe-area-inset-bottom))] sm:ps-14 lg:ps-56">
        <TopBar scope={scope} onSearch={() => setSearching(true)} />
        <main id="main" ref={main} tabIndex={-1} className="min-w-0 flex-1">
          <Outlet />
        </main>
      </div>
      <BottomBar scope={scope} waiting={waiting} />
      <Toasts />
      <TooltipLayer />
      <ScrollRestoration />
      {searching && (
        <Suspense>
          <Palette scope={scope} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </CSPProvider>
  )
}
