import { reasons } from '../reasons.ts'
import { approves, asks, byItself, completes, rejects, reviews, revokes } from './chapters.ts'
import { automatic, days, fra, granted, hours, iad, waits, type Story } from './story.ts'

/** What is over. */
export const endedStories: readonly Story[] = [
  {
    region: fra,
    resource: 'exaprd-fra-01',
    reason: reasons.hungAgent,
    hours: 6,
    raisedMinutesAgo: 2 * days + 3 * hours,
    nodes: 2,
    chapters: [
      waits(2 * days + 3 * hours),
      asks('approver', 2 * days + 2.8 * hours, 'Do running virtual machines notice the restart of the agent?'),
      byItself('APPROVALWAITING', 2 * days + 2.6 * hours),
      approves('approver', 2 * days + 2.5 * hours, {
        approverComment: 'Fine with that answer',
        auditType: ['COMMAND', 'KEYSTROKE'],
      }),
      approves('administrator', 2 * days + 2.3 * hours),
      byItself('DEPLOYED', 2 * days + 2.2 * hours),
      completes(2 * days),
      byItself('COMPLETED', 2 * days - 1),
    ],
  },
  {
    region: fra,
    resource: 'exaprd-fra-02',
    reason: reasons.memoryLeak,
    raisedMinutesAgo: 4 * days,
    chapters: [
      waits(4 * days),
      reviews('administrator', 4 * days - 30),
      rejects(
        'administrator',
        4 * days - 52,
        'Unrestricted access is not granted for a diagnosis; please ask for INFRA_DIAG',
      ),
    ],
  },
  {
    region: iad,
    resource: 'exaprd-iad-01',
    reason: reasons.unreachable,
    raisedMinutesAgo: 8 * days,
    chapters: [
      ...granted(8 * days, 2),
      revokes('administrator', 8 * days - 60, 'The node is back; access is no longer needed'),
      byItself('REVOKED', 8 * days - 61),
    ],
  },
  {
    region: fra,
    resource: 'exastg-fra-01',
    reason: reasons.firmware,
    raisedMinutesAgo: 12 * days,
    chapters: [
      ...granted(12 * days, 1),
      byItself('UNDEPLOYED', 12 * days - 3.25 * hours),
      byItself('EXPIRED', 12 * days - 3.3 * hours),
    ],
  },
]

/** Told again and again, each time further back, when a larger world is asked for. */
export const olderStory = (number: number): Story => {
  const ago = (9 + number * 1.7) * days
  const kinds: readonly Story[] = [
    {
      region: fra,
      resource: 'exaprd-fra-01',
      reason: reasons.stoppedUpdate,
      raisedMinutesAgo: ago,
      chapters: [...granted(ago, 2), completes(ago - 6 * hours), byItself('COMPLETED', ago - 6.1 * hours)],
    },
    {
      region: fra,
      resource: 'avmstg-fra-01',
      reason: reasons.unplannedRestart,
      raisedMinutesAgo: ago,
      chapters: [...automatic(ago), completes(ago - hours), byItself('COMPLETED', ago - 1.1 * hours)],
    },
    {
      region: iad,
      resource: 'exaprd-iad-01',
      reason: reasons.packetLoss,
      raisedMinutesAgo: ago,
      chapters: [waits(ago), byItself('EXPIRED', ago - 7 * days)],
    },
    {
      region: iad,
      resource: 'cccstg-iad-01',
      reason: reasons.certificates,
      raisedMinutesAgo: ago,
      chapters: [waits(ago), rejects('approver', ago - 3 * hours, 'Planned for the next maintenance window instead')],
    },
  ]
  return kinds[number % kinds.length]! // the remainder is a place in the list
}
