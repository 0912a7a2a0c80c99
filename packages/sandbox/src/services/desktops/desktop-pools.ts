import type { Desktops } from '@gatehouse/oci-api'
import type { Handler } from '../../handler.ts'
import { answer } from '../../handler.ts'
import type { DesktopPoolRow } from '../../world/world.ts'
import { filteredTable, lifecycleStates } from './filters.ts'

export const getDesktopPool: Handler<'desktops.getDesktopPool'> = ({ desktopPoolId }, { region }) =>
  answer(region.desktopPools.get(desktopPoolId).wire)

export const listDesktopPools: Handler<'desktops.listDesktopPools'> = (input, { region }) =>
  filteredTable(region.desktopPools, input, view)

const view = {
  states: lifecycleStates,
  name: ({ wire }: DesktopPoolRow) => wire.displayName,
  state: ({ wire }: DesktopPoolRow) => wire.lifecycleState,
  availabilityDomain: ({ wire }: DesktopPoolRow) => wire.availabilityDomain,
  timeCreated: ({ wire }: DesktopPoolRow) => wire.timeCreated,
  toItem: toSummary,
}

function toSummary({ wire, extra }: DesktopPoolRow): Desktops.DesktopPoolSummary {
  const { id, displayName, lifecycleState, maximumSize, contactDetails, compartmentId, timeCreated } = wire
  const { freeformTags, definedTags, securityAttributes } = wire
  return {
    id,
    displayName,
    lifecycleState,
    maximumSize,
    activeDesktops: extra.desktops
      .values()
      .reduce((count, { wire }) => count + Number(wire.lifecycleState === 'ACTIVE'), 0),
    contactDetails,
    compartmentId,
    timeCreated,
    ...(freeformTags && { freeformTags }),
    ...(definedTags && { definedTags }),
    ...(securityAttributes && { securityAttributes }),
  }
}
