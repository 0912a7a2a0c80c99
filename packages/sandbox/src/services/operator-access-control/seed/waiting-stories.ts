import { majorIncident, reasons } from '../reasons.ts'
import { approves, asks, byItself, reviews } from './chapters.ts'
import { fra, hours, iad, waits, type Story } from './story.ts'

/** Requests that wait for somebody to decide, most urgent first. */
export const waitingStories: readonly Story[] = [
  {
    region: fra,
    resource: 'exaprd-fra-01',
    reason: reasons.unreachable,
    raisedMinutesAgo: 4,
    chapters: [waits(4)],
  },
  {
    region: fra,
    resource: 'exaprd-fra-02',
    reason: majorIncident,
    raisedMinutesAgo: 3 * hours,
    nodes: 5,
    chapters: [
      waits(3 * hours),
      asks('approver', 150, 'Which virtual machines would be dumped, and where is the dump kept?'),
      byItself('APPROVALWAITING', 141),
      approves('administrator', 55, {
        approverComment: 'Agreed with the incident commander; keystrokes must be recorded',
        auditType: ['COMMAND', 'KEYSTROKE'],
        additionalMessage: 'Call the bridge before step 3.',
      }),
    ],
  },
  {
    region: iad,
    resource: 'exaprd-iad-01',
    reason: reasons.flashCard,
    raisedMinutesAgo: 5.5 * hours,
    nodes: 2,
    chapters: [
      waits(5.5 * hours),
      approves('administrator', 5 * hours, { approverComment: 'Redundancy checked' }),
      reviews('approver', 35, 'Checking against the backup window'),
    ],
  },
  {
    region: fra,
    resource: 'cloudexa-prd-fra-01',
    reason: reasons.stuckRebalance,
    raisedMinutesAgo: 2 * hours,
    nodes: 3,
    chapters: [
      waits(2 * hours),
      asks('administrator', 96, 'Is a restart of cell services needed, and on how many servers at a time?'),
      byItself('APPROVALWAITING', 88),
      asks('approver', 20, 'Can this wait until the payment run has ended at 18:00 UTC?'),
    ],
  },
  {
    region: iad,
    resource: 'cccstg-iad-01',
    reason: reasons.firmware,
    raisedMinutesAgo: 26 * hours,
    chapters: [waits(26 * hours)],
  },
  {
    region: fra,
    resource: 'exastg-fra-01',
    reason: reasons.stuckRebalance,
    raisedMinutesAgo: 0.2,
    chapters: [],
  },
]
