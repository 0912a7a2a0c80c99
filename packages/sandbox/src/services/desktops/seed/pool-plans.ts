import type { Desktops } from '@gatehouse/oci-api'
import type { CompartmentName } from '../../../world/seed/tenancy.ts'

/** What makes the pool's desktops come and go. */
export type Regime =
  /** A cron pair that fits the state the pool is in. */
  | 'office hours'
  /** Stopped when the user has been away for a while. */
  | 'stop when left'
  /** Deleted when the user has been away for a while: no desktop is anybody's for long. */
  | 'delete when left'
  /** Open from one moment to another. */
  | 'season'
  | 'always'
  /** Up and down every ten minutes, for something to watch; only where life goes on. */
  | 'short shifts'

export interface PoolPlan {
  name: string
  compartment: string
  region: string
  state: Desktops.LifecycleState
  /** Its part of all desktops, against the others'. */
  weight: number
  image: 'linux' | 'windows' | 'gpu'
  regime: Regime
  description: string
  /** For a pool in transit: where to. */
  becoming?: 'started' | 'stopped'
  awaitsCapacity?: boolean
}

const fra = 'eu-frankfurt-1'
const iad = 'us-ashburn-1'
const finance = 'desktops-finance'
const engineering = 'desktops-engineering'
const callCentre = 'desktops-callcentre'
const lab = 'sandbox-lab'

type Line = [
  PoolPlan['name'],
  CompartmentName,
  PoolPlan['region'],
  PoolPlan['state'],
  number,
  PoolPlan['image'],
  Regime,
]

/** A small world takes the first few, so that all seven states come early. */
const lines: [...Line, string, Partial<PoolPlan>?][] = [
  ['finance-trading', finance, fra, 'ACTIVE', 9, 'windows', 'office hours', 'Trading floor, two screens each'],
  ['engineering-linux', engineering, fra, 'ACTIVE', 10, 'linux', 'stop when left', 'Compilers and containers'],
  ['callcentre-day', callCentre, iad, 'INACTIVE', 9, 'windows', 'office hours', 'Day shift of the call centre'],
  ['lab-image-test', lab, fra, 'FAILED', 0, 'linux', 'always', 'Tries an image before it is handed out'],
  [
    'engineering-cad',
    engineering,
    iad,
    'UPDATING',
    5,
    'gpu',
    'always',
    'Drawing with a graphics card',
    { becoming: 'stopped' },
  ],
  ['lab-evaluation', lab, iad, 'CREATING', 0, 'linux', 'always', 'For visitors who want to see one'],
  ['callcentre-partners', callCentre, fra, 'DELETING', 3, 'windows', 'delete when left', 'Partners of last season'],
  ['finance-archive', finance, iad, 'DELETED', 1, 'windows', 'always', 'Reading the books of closed years'],
  ['finance-reporting', finance, fra, 'ACTIVE', 7, 'windows', 'office hours', 'Reports and spreadsheets'],
  ['finance-month-end', finance, fra, 'INACTIVE', 3, 'windows', 'season', 'Extra seats for closing the books'],
  ['finance-audit', finance, iad, 'ACTIVE', 4, 'windows', 'delete when left', 'Auditors; nothing stays on a desktop'],
  ['finance-treasury', finance, iad, 'ACTIVE', 5, 'windows', 'stop when left', 'Payments; no clipboard out'],
  ['engineering-windows', engineering, fra, 'ACTIVE', 8, 'windows', 'stop when left', 'Builds and tests on Windows'],
  [
    'engineering-contractors',
    engineering,
    iad,
    'ACTIVE',
    5,
    'linux',
    'season',
    'Contractors, until their project ends',
  ],
  ['engineering-build', engineering, fra, 'UPDATING', 4, 'linux', 'always', 'Long builds', { becoming: 'started' }],
  [
    'engineering-firmware',
    engineering,
    iad,
    'INACTIVE',
    3,
    'linux',
    'always',
    'Cross compilers, used before a release',
  ],
  ['callcentre-night', callCentre, fra, 'ACTIVE', 6, 'windows', 'office hours', 'Follows the sun'],
  ['callcentre-overflow', callCentre, iad, 'ACTIVE', 6, 'windows', 'delete when left', 'Agents who help out for a day'],
  ['callcentre-training', callCentre, fra, 'INACTIVE', 3, 'windows', 'office hours', 'Courses for agents'],
  ['callcentre-supervisors', callCentre, iad, 'ACTIVE', 2, 'windows', 'office hours', 'Dashboards and call recordings'],
  ['callcentre-seasonal', callCentre, fra, 'FAILED', 0, 'windows', 'season', 'Seats for the winter season'],
  ['lab-shifts', lab, fra, 'ACTIVE', 1, 'linux', 'short shifts', 'Shows how a schedule starts and stops a pool'],
  ['lab-gpu', lab, iad, 'CREATING', 0, 'gpu', 'always', 'Graphics experiments', { awaitsCapacity: true }],
  ['lab-demo', lab, fra, 'ACTIVE', 2, 'linux', 'stop when left', 'Demonstrations'],
]

/** As many plans as asked for; after the last line the names start over with a number and in the other region. */
export const poolPlans = (count: number): PoolPlan[] =>
  Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / lines.length)
    const [name, compartment, region, state, weight, image, regime, description, more] = lines[index % lines.length]! // modulo its length
    const other = region === fra ? iad : fra
    return {
      name: round === 0 ? name : `${name}-${round + 1}`,
      compartment,
      region: round % 2 === 0 ? region : other,
      state,
      weight,
      image,
      regime,
      description,
      ...more,
    }
  })

/** How many of all desktops each plan gets: by weight, and not one more or less in all. */
export function shares(plans: readonly PoolPlan[], total: number): number[] {
  const all = plans.reduce((sum, { weight }) => sum + weight, 0)
  if (all === 0) return plans.map(() => 0)
  let weightSoFar = 0
  return plans.map(({ weight }) => {
    const from = Math.round((total * weightSoFar) / all)
    weightSoFar += weight
    return Math.round((total * weightSoFar) / all) - from
  })
}
