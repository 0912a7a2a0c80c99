import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { actionKinds, type ActionKind, type ActionTraits } from './action-kinds.ts'

type ResourceType = OperatorAccessControl.ResourceTypes

export interface CatalogueEntry extends Omit<ActionTraits, 'layer'> {
  name: string
  kind: ActionKind
  resourceType: ResourceType
  component: string
  lifecycleState: OperatorAccessControl.OperatorActionLifecycleStates
}

interface Offer {
  prefix: string
  kinds: readonly ActionKind[]
  /** The layer where it is not the Exadata one. */
  component?: string
  /** Withdrawn by Oracle, still listed. */
  inactive?: readonly ActionKind[]
}

const everything = Object.keys(actionKinds) as ActionKind[] // the table has every kind and nothing else

/** `INFRA_…` are Oracle's own names for Exadata Cloud@Customer; those of the other types are formed likewise (**assumed**). */
const offers: Record<ResourceType, Offer> = {
  EXADATAINFRASTRUCTURE: { prefix: 'INFRA', kinds: everything },
  EXACC: { prefix: 'EXACC', kinds: ['DIAG', 'UPDATE_RESTART', 'FULL'], inactive: ['UPDATE_RESTART'] },
  CLOUDEXADATAINFRASTRUCTURE: {
    prefix: 'CLOUD_INFRA',
    kinds: ['DIAG', 'CELL_DIAG', 'CELL_MGMT', 'UPDATE_RESTART', 'HYPERVISOR', 'FULL'],
  },
  AUTONOMOUSVMCLUSTER: {
    prefix: 'AVM',
    kinds: ['DIAG', 'SERVICE_MGMT', 'UPDATE_RESTART', 'FULL'],
    component: 'GUESTVM',
  },
  CLOUDAUTONOMOUSVMCLUSTER: {
    prefix: 'CLOUD_AVM',
    kinds: ['DIAG', 'SERVICE_MGMT', 'UPDATE_RESTART', 'FULL'],
    component: 'GUESTVM',
  },
  CCCINFRASTRUCTURE: {
    prefix: 'CCC',
    kinds: ['DIAG', 'SERVICE_MGMT', 'UPDATE_RESTART', 'HYPERVISOR', 'FULL'],
    component: 'CPS',
    inactive: ['HYPERVISOR'],
  },
}

/** Every operator action that Oracle offers, which no customer can change. */
export const actionCatalogue: readonly CatalogueEntry[] = Object.entries(offers).flatMap(([resourceType, offer]) =>
  offer.kinds.map((kind) => {
    const { layer, ...traits } = actionKinds[kind]
    return {
      ...traits,
      name: `${offer.prefix}_${kind}`,
      kind,
      resourceType: resourceType as ResourceType, // the table's keys are the resource types
      component: offer.component ?? layer,
      lifecycleState: offer.inactive?.includes(kind) ? 'INACTIVE' : 'ACTIVE',
    }
  }),
)

const byName = new Map(actionCatalogue.map((entry) => [entry.name, entry]))

export const findAction = (name: string) => byName.get(name)

/** Names of the actions that can be asked for on a kind of resource. */
export const actionNames = (resourceType: ResourceType | undefined) =>
  actionCatalogue
    .filter((entry) => entry.resourceType === resourceType && entry.lifecycleState === 'ACTIVE')
    .map(({ name }) => name)

/** Whether a kind of resource has an action of one of these kinds. */
export const isOffered = (resourceType: ResourceType | undefined, kinds: readonly ActionKind[]) =>
  actionsOfKinds(resourceType, kinds).length > 0

/** The actions of these kinds on that type of resource; kinds it does not have are left out. */
export const actionsOfKinds = (resourceType: ResourceType | undefined, kinds: readonly ActionKind[]) =>
  actionNames(resourceType).filter((name) => kinds.some((kind) => findAction(name)?.kind === kind))
