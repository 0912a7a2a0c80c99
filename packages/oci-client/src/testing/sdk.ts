import type { Operation } from '@gatehouse/oci-api'
import { CircuitBreaker, MaxAttemptsTerminationStrategy, Region, SimpleAuthenticationDetailsProvider } from 'oci-common'
import { DelegateAccessControlClient, WorkRequestClient } from 'oci-delegateaccesscontrol'
import { DesktopServiceClient } from 'oci-desktops'
import { IdentityClient } from 'oci-identity'
import {
  AccessRequestsClient,
  OperatorActionsClient,
  OperatorControlAssignmentClient,
  OperatorControlClient,
} from 'oci-operatoraccesscontrol'
import { fingerprint, privateKeyPem, tenancyId, userId } from './keys.ts'

const clients = {
  DesktopServiceClient,
  AccessRequestsClient,
  OperatorActionsClient,
  OperatorControlClient,
  OperatorControlAssignmentClient,
  DelegateAccessControlClient,
  WorkRequestClient,
  IdentityClient,
}

/** Calls an operation with Oracle's own client. Input and result have that client's form. */
export async function callWithSdk(
  endpoint: string,
  operation: Operation,
  request: Record<string, unknown>,
): Promise<unknown> {
  const Client = Object.entries(clients).find(([name]) => name === operation.client)?.[1]
  if (!Client) throw new Error(`There is no SDK client ${operation.client}`)
  const client = new Client(
    {
      authenticationDetailsProvider: new SimpleAuthenticationDetailsProvider(
        tenancyId,
        userId,
        fingerprint,
        privateKeyPem,
        null,
        Region.EU_FRANKFURT_1,
      ),
    },
    {
      retryConfiguration: { terminationStrategy: new MaxAttemptsTerminationStrategy(1) },
      circuitBreaker: new CircuitBreaker({ disableClientCircuitBreaker: true }),
    },
  )
  client.endpoint = endpoint
  try {
    const call: unknown = Reflect.get(client, operation.name)
    if (typeof call !== 'function') throw new Error(`${operation.client} has no ${operation.name}`)
    return await call.call(client, request)
  } finally {
    client.close()
  }
}

/** Converts our input to the form of Oracle's client, which names the body after its model. */
export function inputForSdk(
  { body: model }: Operation,
  { body, ...input }: Record<string, unknown>,
): Record<string, unknown> {
  return model === null ? input : { ...input, [model[0]?.toLowerCase() + model.slice(1)]: body }
}
