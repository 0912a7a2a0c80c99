import { accessRequestEvents } from './access-requests/live.ts'
import { activityEvents } from './activity/live.ts'
import { desktopPoolEvents } from './desktop-pools/live.ts'
import { windowEvents } from './lists/live.ts'
import type { AllLiveHandlers } from './live/handlers.ts'
import { workRequestEvents } from './work-requests/live.ts'

/** The event tables of all rooms. An unhandled event of the contract does not compile. */
export const liveEvents: AllLiveHandlers = {
  ...accessRequestEvents,
  ...activityEvents,
  ...desktopPoolEvents,
  ...windowEvents,
  ...workRequestEvents,
}
