import type { OperationId, OperationInput, OperationOutput } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import * as common from 'oci-common'
import * as delegateAccessControl from 'oci-delegateaccesscontrol'
import * as desktops from 'oci-desktops'
import * as identity from 'oci-identity'
import * as operatorAccessControl from 'oci-operatoraccesscontrol'
import type { Sandbox } from '../index.ts'
import { answerValidator } from '../server/schemas.ts'
import type { UserName } from '../world/seed/tenancy.ts'

/** Oracle's own clients pointed at the sandbox, spoken to in the words of oci-api. */
export interface Oracle {
  /**
   * Calls through the SDK. Rejects with its OciError, and when the answer has a field that the models do not know or
   * lacks one that they require.
   */
  call: <Id extends OperationId>(
    id: Id,
    input: OperationInput<Id>,
    as?: { user?: UserName; region?: string },
  ) => Promise<OracleAnswer<OperationOutput<Id>>>
  /** Operations that answered well. */
  readonly answered: ReadonlySet<OperationId>
  close(): void
}

export interface OracleAnswer<Body> {
  body: Body
  etag?: string
  opcNextPage?: string
  opcWorkRequestId?: string
  opcRequestId?: string
  location?: string
  contentLocation?: string
  retryAfter?: number
}

const sdk = {
  desktops,
  identity,
  'operator-access-control': operatorAccessControl,
  'delegate-access-control': delegateAccessControl,
}

interface SdkClient {
  endpoint: string
  close(): void
}

type SdkMethod = (request: object) => Promise<Record<string, unknown>>

export function createOracle(sandbox: Sandbox): Oracle {
  const answered = new Set<OperationId>()
  const clients = new Map<string, SdkClient>()

  function clientFor(id: OperationId, user: UserName, region: string): SdkClient {
    const { service, client: name } = operations[id]
    const key = [name, user, region].join(' ')
    const client = clients.get(key) ?? createClient(sandbox, service, name, user, region)
    clients.set(key, client)
    return client
  }

  return {
    answered,
    async call(id, input, { user = 'console', region = 'eu-frankfurt-1' } = {}) {
      const operation = operations[id]
      const client = clientFor(id, user, region)
      const method = client[operation.name as keyof SdkClient] as unknown as SdkMethod // the SDK names its methods as OCI its operations
      const { body, ...parameters } = input as { body?: object }
      const request = operation.body ? { ...parameters, [lowerFirst(operation.body)]: body } : parameters
      const response = await method.call(client, request)
      const found = response[operation.responseIsArray ? 'items' : lowerFirst(operation.response ?? '')]
      const plain: unknown = found === undefined ? undefined : JSON.parse(JSON.stringify(found))
      const validate = answerValidator(operation)
      if (validate && !validate(plain))
        throw new Error(`${id} answered with something else than its model: ${JSON.stringify(validate.errors)}`)
      answered.add(id)
      return { ...response, body: plain as OperationOutput<typeof id> } // as just checked
    },
    close() {
      for (const client of clients.values()) client.close()
    },
  }
}

function createClient(
  sandbox: Sandbox,
  service: keyof typeof sdk,
  name: string,
  userName: UserName,
  region: string,
): SdkClient {
  const user = sandbox.users.find((one) => one.name === userName)! // one of the seed's
  const authenticationDetailsProvider = new common.SimpleAuthenticationDetailsProvider(
    sandbox.tenancyId,
    user.id,
    user.fingerprint,
    user.privateKeyPem(),
    null,
    common.Region.fromRegionId(region),
  )
  const Client = (sdk[service] as unknown as Record<string, new (...parameters: object[]) => SdkClient>)[name]! // by its name in oci-api
  const client = new Client(
    { authenticationDetailsProvider },
    {
      retryConfiguration: common.NoRetryConfigurationDetails,
      circuitBreaker: new common.CircuitBreaker({ disableClientCircuitBreaker: true }),
    },
  )
  client.endpoint = sandbox.endpoint(region)
  return client
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
