import * as contract from '@gatehouse/contract'
import { declareAct, ociCall, type Place, type Subject } from './act.ts'
import { desktopPool, itemsAt } from './touches.ts'
import { workRequestEnds } from './work-request-effect.ts'

const common = {
  subject: ({ desktopPoolId }: { desktopPoolId: string }) => ({ service: 'desktops', id: desktopPoolId }) as const,
  read: readPool,
  touches: (place: Place, compartmentId: string | null) => [
    desktopPool(place),
    itemsAt('desktop-pools', place, compartmentId),
    itemsAt('desktops', place, compartmentId),
    itemsAt('work-requests', place, compartmentId),
  ],
}

export const startDesktopPool = declareAct({
  ...common,
  endpoint: contract.startDesktopPool,
  call: ({ params: { desktopPoolId } }) => ociCall('desktops.startDesktopPool', { desktopPoolId }),
  effect: workRequestEnds({ service: 'desktops', operationType: 'START_DESKTOP_POOL' }),
})

export const stopDesktopPool = declareAct({
  ...common,
  endpoint: contract.stopDesktopPool,
  call: ({ params: { desktopPoolId } }) => ociCall('desktops.stopDesktopPool', { desktopPoolId }),
  effect: workRequestEnds({ service: 'desktops', operationType: 'STOP_DESKTOP_POOL' }),
})

async function readPool({ connection, id }: Place): Promise<Subject> {
  const { body } = await connection.client.call('desktops.getDesktopPool', { desktopPoolId: id }, { urgent: true })
  return { name: body.displayName, compartmentId: body.compartmentId, version: body.lifecycleState }
}
