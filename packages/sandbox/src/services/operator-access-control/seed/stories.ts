import { endedStories } from './ended-stories.ts'
import { failedStories } from './failed-stories.ts'
import { runningStories } from './running-stories.ts'
import type { Story } from './story.ts'
import { waitingStories } from './waiting-stories.ts'

/** In the order of their worth to whoever tries the product: a small world has the first ones. */
export const stories: readonly Story[] = [...waitingStories, ...runningStories, ...failedStories, ...endedStories]
