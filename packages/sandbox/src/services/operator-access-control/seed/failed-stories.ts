import { reasons } from '../reasons.ts'
import { byItself, completes, revokes } from './chapters.ts'
import { days, fra, granted, hours, iad, type Story } from './story.ts'

/** Where something stays open, or never opened: these need Oracle. */
export const failedStories: readonly Story[] = [
  {
    region: iad,
    resource: 'exaprd-iad-01',
    reason: reasons.hungAgent,
    raisedMinutesAgo: 50 * hours,
    hours: 4,
    chapters: [
      ...granted(50 * hours, 2),
      revokes('approver', 49 * hours, 'Commands outside of the agreed procedure'),
      byItself('REVOKEFAILED', 48.9 * hours),
    ],
    outcomes: { revokeOutcome: 'REVOKEFAILED' },
  },
  {
    region: fra,
    resource: 'exastg-fra-01',
    reason: reasons.certificates,
    raisedMinutesAgo: 7 * hours,
    chapters: [...granted(7 * hours, 1), completes(5.8 * hours), byItself('CLOSEFAILED', 5.7 * hours)],
    outcomes: { closeOutcome: 'CLOSEFAILED' },
  },
  {
    region: fra,
    resource: 'cloudexa-prd-fra-01',
    reason: reasons.flashCard,
    raisedMinutesAgo: 31 * hours,
    chapters: [...granted(31 * hours, 1), byItself('EXPIRYFAILED', 24.75 * hours)],
    outcomes: { expiryOutcome: 'EXPIRYFAILED' },
  },
  {
    region: fra,
    resource: 'avmstg-fra-01',
    reason: reasons.certificates,
    raisedMinutesAgo: 3 * days,
    chapters: [byItself('PREAPPROVED', 3 * days - 0.2), byItself('DEPLOYFAILED', 3 * days - 1)],
    outcomes: { deployOutcome: 'DEPLOYFAILED' },
  },
  {
    region: fra,
    resource: 'exaprd-fra-02',
    reason: reasons.firmware,
    raisedMinutesAgo: 5 * days,
    chapters: [
      ...granted(5 * days, 2),
      byItself('UNDEPLOYED', 5 * days - 3.25 * hours),
      byItself('UNDEPLOYFAILED', 5 * days - 3.3 * hours),
    ],
    outcomes: { expiryOutcome: 'UNDEPLOYFAILED' },
  },
]
