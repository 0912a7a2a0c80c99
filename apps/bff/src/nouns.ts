import { accessRequestsNoun } from './access-requests/access-requests-noun.ts'
import { desktopPoolsNoun } from './desktop-pools/desktop-pools-noun.ts'
import { desktopsNoun } from './desktops/desktops-noun.ts'
import type { Nouns } from './inventory/noun.ts'
import { workRequestsNoun } from './work-requests/work-requests-noun.ts'

/** The nouns of the inventory. A new one is declared in its own folder, and named here. */
export const nouns: Nouns = {
  'access-requests': accessRequestsNoun,
  'desktop-pools': desktopPoolsNoun,
  desktops: desktopsNoun,
  'work-requests': workRequestsNoun,
}
