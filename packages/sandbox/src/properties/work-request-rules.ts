import type { World, WorkRequestRow } from '../world/world.ts'

const ends: readonly string[] = ['SUCCEEDED', 'FAILED', 'CANCELED']
const finished: readonly string[] = ['CREATED', 'UPDATED', 'DELETED']

/** What can never be so in a work request, in words. */
function complaintsAbout({ wire, extra }: WorkRequestRow): string[] {
  const { status, percentComplete, timeAccepted, timeStarted, timeFinished, resources } = wire
  const times = [timeAccepted, timeStarted, timeFinished].filter((time) => time !== undefined)
  const actions = resources.map(({ actionType }) => actionType).filter((action) => action !== 'RELATED')
  const rules: Record<string, boolean> = {
    'a percentage from 0 to 100': percentComplete >= 0 && percentComplete <= 100,
    '100 percent when it SUCCEEDED, less before': (percentComplete === 100) === (status === 'SUCCEEDED'),
    'timeFinished when it has ended, and only then': (timeFinished !== undefined) === ends.includes(status),
    'timeStarted once it is more than ACCEPTED':
      status === 'ACCEPTED' || status.startsWith('CANCEL') || timeStarted !== undefined,
    'times in their order': times.every((time, place) => place === 0 || times[place - 1]! <= time),
    'something it worked on': actions.length > 0,
    'IN_PROGRESS on what it works on while it goes on':
      ends.includes(status) || actions.every((action) => action === 'IN_PROGRESS'),
    'the change on what it worked on when it SUCCEEDED':
      status !== 'SUCCEEDED' || actions.every((action) => finished.includes(action)),
    'FAILED on what it worked on when it did not succeed':
      !(status === 'FAILED' || status === 'CANCELED') || actions.every((action) => action === 'FAILED'),
    'errors when it FAILED or needs attention':
      !['FAILED', 'NEEDS_ATTENTION'].includes(status) || extra.errors.length > 0,
    'a log in the order of time': isSorted(extra.logs.map(({ timestamp }) => timestamp)),
  }
  return Object.entries(rules)
    .filter(([, holds]) => !holds)
    .map(([rule]) => `${wire.operationType} ${status} ${JSON.stringify(wire)} should have ${rule}`)
}

const isSorted = (times: string[]) => times.every((time, place) => place === 0 || times[place - 1]! <= time)

/** Looks at every work request of the world again and again; also between two looks some things can never happen. */
export function createWorkRequestWatch() {
  const seen = new Map<string, { percentComplete: number; status: string; lines: number }>()
  return (world: World): string[] => {
    const complaints: string[] = []
    for (const { workRequests } of world.regions.values())
      for (const row of workRequests.values()) {
        const { id, status, percentComplete } = row.wire
        const before = seen.get(id)
        complaints.push(...complaintsAbout(row))
        if (before && before.percentComplete > percentComplete)
          complaints.push(`${id} went back to ${percentComplete} %`)
        if (before && ends.includes(before.status) && before.status !== status)
          complaints.push(`${id} is ${status} after it was ${before.status}`)
        if (before && before.lines > row.extra.logs.length) complaints.push(`${id} lost lines of its log`)
        seen.set(id, { percentComplete, status, lines: row.extra.logs.length })
      }
    return complaints
  }
}
