import { useSyncExternalStore } from 'react'

/** Whether a media query matches, updated as it changes. */
export const useMedia = (query: string) =>
  useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )

/** A phone, or as narrow as one: below Tailwind's `sm`. */
export const useNarrow = () => useMedia('(width < 40rem)')

/** A touch screen: hit targets must be larger. */
export const useTouch = () => useMedia('(pointer: coarse)')
