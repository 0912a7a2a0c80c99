import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { errand } from '../../../world/errand.ts'
import { regionNamed } from '../../../world/seed/tenancy.ts'
import type { Row } from '../../../world/table.ts'
import { whicheverEnd } from '../../../world/work.ts'
import type { Region, WorkRequestRow, World } from '../../../world/world.ts'
import { startSubscriptionWork } from '../delegation-work.ts'

export type SubscriptionRow = Row<DelegateAccessControl.DelegationSubscription>

type Verb = 'CREATE' | 'UPDATE' | 'MOVE' | 'DELETE'
type Subscription = DelegateAccessControl.DelegationSubscription
type State = Subscription['lifecycleState']

const meanwhile: Record<Verb, State> = { CREATE: 'CREATING', UPDATE: 'UPDATING', MOVE: 'UPDATING', DELETE: 'DELETING' }
const words: Record<Verb, string> = {
  CREATE: 'Subscribed to the service',
  UPDATE: 'Stored the subscription',
  MOVE: 'Moved the subscription',
  DELETE: 'Ended the subscription',
}

/** Takes the subscription through the work it needs; `then` is what it becomes with ACTIVE or DELETED at the end. */
export function startSubscriptionChange(
  world: World,
  region: Region,
  row: SubscriptionRow,
  verb: Verb,
  then: Partial<Subscription> = {},
): WorkRequestRow {
  const provider = region.serviceProviders.find(row.wire.serviceProviderId)?.wire.name ?? 'the service provider'
  const about = { region: region.name, delegationSubscriptionId: row.id }
  const work = startSubscriptionWork(world, region, row.wire, {
    verb,
    steps: [{ message: `Told ${provider}` }, { message: `${words[verb]} ${row.wire.subscribedServiceType}` }],
    onSuccess: subscriptionChanged({
      ...about,
      patch: { ...then, lifecycleState: verb === 'DELETE' ? 'DELETED' : 'ACTIVE' },
    }),
    ends: whicheverEnd(
      subscriptionChanged({ ...about, patch: { lifecycleState: verb === 'CREATE' ? 'FAILED' : 'ACTIVE' } }),
    ),
  })
  change(world, region, row, { lifecycleState: meanwhile[verb] })
  return work
}

const subscriptionChanged = errand<{ region: string; delegationSubscriptionId: string; patch: Partial<Subscription> }>(
  'delegate-access-control/subscription-changed',
  (world, about) => {
    const region = regionNamed(world, about.region)
    change(world, region, region.delegationSubscriptions.get(about.delegationSubscriptionId), about.patch)
  },
)

const change = (world: World, region: Region, row: SubscriptionRow, patch: Partial<Subscription>) =>
  region.delegationSubscriptions.change(row, { ...patch, timeUpdated: world.clock.now().toISOString() })
