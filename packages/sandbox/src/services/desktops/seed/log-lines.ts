import type { DesktopPoolRow } from '../../../world/world.ts'
import { desktopName } from '../new-desktop.ts'
import type { Dice } from './dice.ts'

/** What a service writes about one desktop that comes up, in order. */
const perDesktop: ((name: string, dice: Dice) => string)[] = [
  (name) => `Starting the instance of desktop ${name}`,
  (name, dice) => `Instance of ${name} is PROVISIONING on fault domain FAULT-DOMAIN-${dice.whole(1, 3)}`,
  (name, dice) => `Instance of ${name} is RUNNING after ${dice.whole(19, 88)} s`,
  (name, dice) => `Waiting for the agent of ${name} to report (attempt ${dice.whole(1, 4)} of 20)`,
  (name, dice) => `Agent 1.14.${dice.whole(0, 6)} of ${name} reported: <agent status="ready" sessions="0"/>`,
  (name) => `Attached the volume of ${name} at /dev/oracleoci/oraclevdb and checked its file system: clean`,
  (name, dice) => `Desktop ${name} accepts connections; first frame after ${dice.whole(310, 990)} ms`,
]

/** Now and then a line that a log viewer has to cope with. */
const oddities: ((dice: Dice) => string)[] = [
  (dice) => `Quota check: ${dice.whole(120, 380)} of 400 OCPUs of standard-e4-core-count are in use`,
  () => 'Name resolution of the desktop endpoint took 2,104 ms – slower than usual (Zürich → Frankfurt)',
  () => '\u001b[33mWARN\u001b[0m agent: clock differs from the hypervisor by 1.8 s, corrected',
  (dice) => `Placement: ${Array.from({ length: 60 }, (_, rank) => `host-${rank}=${dice.whole(10, 99)}%`).join(' ')}`,
]

/** As many lines as asked for, about one desktop of the pool after the other. */
export function startLines(dice: Dice, pool: DesktopPoolRow, count: number): string[] {
  const lines = [`Starting desktop pool ${pool.wire.displayName}`]
  for (let place = 0; lines.length < count - 1; place++) {
    const name = desktopName(pool, 1 + Math.floor(place / perDesktop.length))
    const line = perDesktop[place % perDesktop.length]
    if (line) lines.push(line(name, dice))
    const oddity = oddities[place % 89]
    if (oddity && lines.length < count - 1) lines.push(oddity(dice))
  }
  return [...lines, `Finished with desktop pool ${pool.wire.displayName}`].slice(0, count)
}

/** Errors as the service reports them; `code` is from OCI's list of API errors. */
export const failures = {
  capacity: {
    code: 'OutOfCapacity',
    message: 'Out of host capacity for the shape in this availability domain. Try another one, or later.',
  },
  limit: {
    code: 'LimitExceeded',
    message: 'The limit standard-e4-core-count of this tenancy is 400 and would be exceeded by 24.',
  },
  subnet: {
    code: 'RelatedResourceNotAuthorizedOrNotFound',
    message: 'The subnet has no free private IP address left, or the service may not use it. Check its policy.',
  },
  image: {
    code: 'InvalidParameter',
    message: 'The image is not tagged for use by Secure Desktops: oci:desktops:is_desktop_image is missing.',
  },
  agent: {
    code: 'InternalServerError',
    message: 'The desktop agent did not report within 20 minutes; the instance was stopped again.',
  },
  state: {
    code: 'IncorrectState',
    message: 'The instance behind the desktop was changed by someone else meanwhile and is TERMINATING.',
  },
} as const
