import { apiKeyPrincipal, type BudgetOptions } from '@gatehouse/oci-client'
import { startSandbox, type Sandbox } from '@gatehouse/sandbox'
import type { SandboxConfig } from './config.ts'
import type { ConnectionOptions, SigningIdentity } from './keyring/create-keyring.ts'

export type { Sandbox } from '@gatehouse/sandbox'

/** Starts the embedded sandbox. Rejects with a sentence when its port is taken or one of its files is unusable. */
export async function startEmbeddedSandbox(config: SandboxConfig): Promise<Sandbox> {
  const { port, life, paceMs, stateFile, seedFile } = config
  try {
    return await startSandbox({
      port,
      life,
      ...(paceMs !== null && { paceMs }),
      ...(stateFile !== null && { stateFile }),
      ...(seedFile !== null && { seedFile }),
    })
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw error
    throw new Error(
      `Port ${port}, for the sandbox, is taken. End the program that uses it, or choose another with GATEHOUSE_SANDBOX_PORT.`,
      { cause: error },
    )
  }
}

const names: Record<string, { id: string; name: string }> = {
  'eu-frankfurt-1': { id: 'frankfurt', name: 'Frankfurt' },
  'us-ashburn-1': { id: 'ashburn', name: 'Ashburn' },
}

/** Never reached: the sandbox throttles only on request, and its work may run far faster than OCI's. */
const ofThisMachine: BudgetOptions = { inFlight: 32, perSecond: 500 }

/** The sandbox's OCI user of each account. All other accounts share the user `console`. */
const signers = { approver: 'approver', admin: 'administrator' }

/** A connection per region. Two demo accounts have their own OCI user, so that a control can get two approvers. */
export function connectionsOfSandbox(sandbox: Sandbox): ConnectionOptions[] {
  const shared = identityOf(sandbox, 'console')
  const personal = new Map(Object.entries(signers).map(([person, user]) => [person, identityOf(sandbox, user)]))
  return sandbox.regions.map((region) => ({
    id: names[region]?.id ?? region,
    name: names[region]?.name ?? region,
    region,
    tenancyId: sandbox.tenancyId,
    endpoint: sandbox.endpoint(region),
    services: ['desktops', 'operator-access-control', 'delegate-access-control'],
    compartments: null,
    budget: ofThisMachine,
    shared,
    personal,
  }))
}

function identityOf(sandbox: Sandbox, name: string): SigningIdentity {
  const user = sandbox.users.find((one) => one.name === name)
  if (!user) throw new Error(`The sandbox has no user named ${name}`)
  const { tenancyId } = sandbox
  const { id, fingerprint } = user
  return {
    principal: apiKeyPrincipal({ tenancyId, userId: id, fingerprint, privateKey: user.privateKeyPem() }),
    ociUserId: id,
  }
}
