import type { WorkRequest, WorkService } from '@gatehouse/contract'
import type { OciCallOptions } from '@gatehouse/oci-client'
import type { BffConnection } from '../keyring/keyring.ts'
import { toWorkRequest } from './to-work-request.ts'

/** One work request as it is. */
export async function readWorkRequest(
  connection: BffConnection,
  service: WorkService,
  workRequestId: string,
  options: OciCallOptions = {},
): Promise<WorkRequest> {
  const { client } = connection
  const { body } =
    service === 'desktops'
      ? await client.call('desktops.getWorkRequest', { workRequestId }, options)
      : await client.call('delegate-access-control.getWorkRequest', { workRequestId }, options)
  return toWorkRequest(connection, service, body)
}
