import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { answer, page, type Handler } from '../../handler.ts'
import type { Region, World } from '../../world/world.ts'
import { actionCatalogue, findAction, type CatalogueEntry } from './action-catalogue.ts'
import { isDescending } from '../sorting.ts'

/** Oracle changes the catalogue now and then; all of it was made at once here. */
const catalogueSince = '2026-03-02T09:00:00.000Z'

export const getOperatorAction: Handler<'operator-access-control.getOperatorAction'> = (
  { operatorActionId },
  { region },
) => answer(region.operatorActions.get(operatorActionId).wire)

/** The catalogue is the same in every compartment, and an action says it is in the one that was asked for (**assumed**). */
export const listOperatorActions: Handler<'operator-access-control.listOperatorActions'> = (query, { region }) => {
  const rows = region.operatorActions
    .values()
    .filter(
      ({ wire }) =>
        (query.name === undefined || wire.name === query.name) &&
        (query.resourceType === undefined || wire.resourceType === query.resourceType) &&
        (query.lifecycleState === undefined || findAction(wire.name)?.lifecycleState === query.lifecycleState),
    )
  return page([...rows], {
    by: ({ wire }) => (query.sortBy === 'displayName' ? wire.name : catalogueSince),
    descending: isDescending(query.sortBy === 'displayName', query.sortOrder),
    toItem: ({ wire: { id, name, component, resourceType, description } }) => ({
      id,
      name,
      component,
      compartmentId: query.compartmentId,
      resourceType,
      lifecycleState: findAction(name)?.lifecycleState ?? 'ACTIVE',
      description,
    }),
  })
}

/** Puts the catalogue into a region, where each action has an OCID of its own. */
export function seedOperatorActions(world: World, region: Region): void {
  for (const entry of actionCatalogue) {
    const id = world.ocid('opctloperatoraction', region.name)
    region.operatorActions.insert(world.row(region, id, world.tenancyId, toAction(id, entry), undefined))
  }
}

const toAction = (id: string, entry: CatalogueEntry): OperatorAccessControl.OperatorAction => ({
  id,
  name: entry.name,
  customerDisplayName: entry.displayName,
  component: entry.component,
  resourceType: entry.resourceType,
  description: entry.description,
  properties: [
    { name: 'category', value: entry.category },
    { name: 'risk', value: entry.risk },
    { name: 'sshAccess', value: String(entry.ssh) },
    { name: 'rootPrivilege', value: String(entry.root) },
  ],
})
