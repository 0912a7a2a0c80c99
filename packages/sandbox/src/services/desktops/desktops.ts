import type { Desktops } from '@gatehouse/oci-api'
import type { Handler } from '../../handler.ts'
import { answer } from '../../handler.ts'
import type { DesktopRow, Region } from '../../world/world.ts'
import { filtered, filteredTable, lifecycleStates } from './filters.ts'

export const getDesktop: Handler<'desktops.getDesktop'> = ({ desktopId }, { region }) =>
  answer(region.desktops.get(desktopId).wire)

export const listDesktops: Handler<'desktops.listDesktops'> = (input, { region }) => {
  const { desktopPoolId } = input
  const view = { ...viewIn(region), toItem: toSummary }
  if (desktopPoolId === undefined) return filteredTable(region.desktops, input, view)
  return filtered(region.desktopPools.find(desktopPoolId)?.extra.desktops ?? [], input, view)
}

export const listDesktopPoolDesktops: Handler<'desktops.listDesktopPoolDesktops'> = (input, { region }) => {
  const { desktops } = region.desktopPools.get(input.desktopPoolId).extra
  return filtered(desktops, input, { ...viewIn(region), toItem: toPoolSummary })
}

const view = {
  states: lifecycleStates,
  name: ({ wire }: DesktopRow) => wire.displayName,
  state: ({ wire }: DesktopRow) => wire.lifecycleState,
  timeCreated: ({ wire }: DesktopRow) => wire.timeCreated,
}

/** A desktop stands in its pool's availability domain. */
const viewIn = (region: Region) => ({
  ...view,
  availabilityDomain: ({ wire }: DesktopRow) => region.desktopPools.get(wire.poolId).wire.availabilityDomain,
})

function toSummary({ wire }: DesktopRow): Desktops.DesktopSummary {
  const { id, lifecycleState, timeCreated, displayName, userName, poolId, hostingOptions } = wire
  return {
    id,
    lifecycleState,
    timeCreated,
    displayName,
    userName,
    poolId,
    image: hostingOptions.image,
    ...common(wire),
  }
}

/** Unlike the other list, this one has no display name, and no user name while nobody owns the desktop. */
function toPoolSummary({ id, wire, extra }: DesktopRow): Desktops.DesktopPoolDesktopSummary {
  const { lifecycleState, timeCreated, userName, hostingOptions } = wire
  return {
    desktopId: id,
    instanceId: extra.instanceId,
    lifecycleState,
    timeCreated,
    isAssigned: extra.isAssigned,
    ...(extra.isAssigned && { userName }),
    image: hostingOptions.image,
    ...common(wire),
  }
}

const common = ({ freeformTags, definedTags, connection }: Desktops.Desktop) => ({
  ...(freeformTags && { freeformTags }),
  ...(definedTags && { definedTags }),
  ...(connection && { connection }),
})
