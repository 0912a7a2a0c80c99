import { reasons } from '../reasons.ts'
import { approves, asksExtension, byItself, completes, rejects, revokes } from './chapters.ts'
import { automatic, fra, granted, hours, iad, waits, type Story } from './story.ts'

/** Access that is granted, is being granted or closed, or waits for more hours. */
export const runningStories: readonly Story[] = [
  {
    region: fra,
    resource: 'exaprd-fra-01',
    reason: reasons.packetLoss,
    raisedMinutesAgo: 11.5 * hours,
    nodes: 2,
    chapters: [
      ...granted(11.5 * hours, 2),
      asksExtension(25, 6),
      approves('administrator', 11, { approverComment: 'The business cycle ends at noon, so yes' }),
    ],
  },
  {
    region: fra,
    resource: 'cloudexa-prd-fra-01',
    reason: reasons.memoryLeak,
    raisedMinutesAgo: 75,
    chapters: granted(75, 1, 'Only this node'),
  },
  {
    region: iad,
    resource: 'cccstg-iad-01',
    reason: reasons.stoppedUpdate,
    hours: 3,
    raisedMinutesAgo: 165,
    chapters: [...granted(165, 1), asksExtension(6, 2)],
  },
  {
    region: fra,
    resource: 'avmstg-fra-01',
    reason: reasons.hungAgent,
    raisedMinutesAgo: 1,
    chapters: [byItself('PREAPPROVED', 0.5)],
  },
  {
    region: iad,
    resource: 'exaprd-iad-01',
    reason: reasons.firmware,
    raisedMinutesAgo: 9 * hours,
    wishedInHours: 9,
    chapters: [
      waits(9 * hours),
      approves('approver', 8 * hours, { approverComment: 'Outside of business hours, please' }),
      approves('administrator', 7 * hours),
    ],
  },
  {
    region: fra,
    resource: 'exaprd-fra-02',
    reason: reasons.stoppedUpdate,
    raisedMinutesAgo: 9 * hours,
    nodes: 2,
    chapters: [
      ...granted(9 * hours, 2),
      asksExtension(95, 4),
      approves('approver', 80, { approverComment: 'One node is left' }),
      approves('administrator', 70),
    ],
  },
  {
    region: fra,
    resource: 'exaprd-fra-01',
    reason: reasons.certificates,
    raisedMinutesAgo: 70,
    chapters: [...granted(70, 2), revokes('administrator', 0.3, 'Change freeze was declared')],
  },
  {
    region: iad,
    resource: 'cccstg-iad-01',
    reason: reasons.hungAgent,
    raisedMinutesAgo: 0.9,
    chapters: [waits(0.9), approves('approver', 0.1, { approverComment: 'Staging, go ahead' })],
  },
  {
    region: fra,
    resource: 'cloudexa-prd-fra-01',
    reason: reasons.stoppedUpdate,
    raisedMinutesAgo: 6 * hours,
    chapters: [
      ...granted(6 * hours, 1),
      asksExtension(2 * hours, 12),
      rejects('approver', 100, 'Twelve hours reach into the morning peak'),
    ],
  },
  {
    region: fra,
    resource: 'avmstg-fra-01',
    reason: reasons.unplannedRestart,
    raisedMinutesAgo: 40,
    chapters: [...automatic(40), completes(0.2)],
  },
  {
    region: iad,
    resource: 'cccstg-iad-01',
    reason: reasons.certificates,
    raisedMinutesAgo: 2 * hours + 15.2,
    chapters: [...granted(2 * hours + 15.2, 1), byItself('UNDEPLOYED', 0.2)],
  },
]
