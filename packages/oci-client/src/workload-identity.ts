import { generateKeyPair } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { Agent, request } from 'undici'
import { fileProblem } from './config-file.ts'
import { OciError } from './error.ts'
import type { Principal } from './principal.ts'
import type { TokenAndKey } from './renewing-principal.ts'
import { renewingPrincipal } from './renewing-principal.ts'

/** Overrides for files and variables that are not where Kubernetes puts them. */
export interface WorkloadIdentityOptions {
  /** Has `KUBERNETES_SERVICE_HOST` and the other variables of Kubernetes and OCI. `process.env` when absent. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
  /** The token of the pod's service account. Read for every renewal, because Kubernetes replaces it every hour. */
  readonly tokenFile?: string | undefined
  /** The certificate authority of the cluster. No other is trusted for this call. */
  readonly certificateFile?: string | undefined
}

const who = 'The workload identity'
const secrets = '/var/run/secrets/kubernetes.io/serviceaccount'

/** The port of the cluster's service that exchanges a Kubernetes token for an OCI token. */
const defaultPort = '12250'

const attempts = 3

const makeKeyPair = promisify(generateKeyPair)

/**
 * Signs as the service account of the pod that runs this process, on an enhanced OKE cluster:
 * docs.oracle.com/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm. Rejects with `bad-profile`.
 *
 * Does not use `oci-common`: with Node's own `fetch`, its version 2.139.1 cannot trust the cluster's certificate, and it
 * keeps using an expired service account token.
 */
export async function workloadIdentity({
  environment = process.env,
  tokenFile = `${secrets}/token`,
  certificateFile = environment['OCI_KUBERNETES_SERVICE_ACCOUNT_CERT_PATH'] || `${secrets}/ca.crt`,
}: WorkloadIdentityOptions = {}): Promise<Principal> {
  const host = environment['KUBERNETES_SERVICE_HOST']
  if (!host) {
    throw new OciError('bad-profile', `${who} is not available here: the environment has no KUBERNETES_SERVICE_HOST.`)
  }
  const port = environment['KUBERNETES_SERVICE_PORT_PROXYMUX'] || defaultPort
  const origin = `https://${host.includes(':') ? `[${host}]` : host}:${port}`

  async function renew(): Promise<TokenAndKey> {
    const serviceAccountToken = (await readSecret(tokenFile)).trim()
    const dispatcher = new Agent({ connect: { ca: await readSecret(certificateFile), timeout: 5_000 } })
    const { publicKey, privateKey } = await makeKeyPair('rsa', { modulusLength: 2048 })
    const podKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    try {
      const answer = await ask(() =>
        request(`${origin}/resourcePrincipalSessionTokens`, {
          method: 'POST',
          headers: { authorization: `Bearer ${serviceAccountToken}`, 'content-type': 'application/json' },
          body: JSON.stringify({ podKey }),
          dispatcher,
        }),
      )
      return { token: tokenIn(answer), key: privateKey }
    } finally {
      void dispatcher.destroy()
    }
  }

  return renewingPrincipal({ who, renew, region: environment['OCI_RESOURCE_PRINCIPAL_REGION'] || undefined })
}

async function readSecret(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new OciError('bad-profile', `The file ${file}, which the workload identity needs, ${fileProblem(error)}.`)
  }
}

/** The text of an answer with 200. Retries a status of 500 and above; any other status is final. */
async function ask(send: () => ReturnType<typeof request>): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const { statusCode, body } = await send()
    const text = await body.text()
    if (statusCode === 200) return text
    if (attempt >= attempts || statusCode < 500) {
      throw new OciError('bad-profile', `${who} was refused a token by its cluster, with status ${statusCode}.`, {
        status: statusCode,
      })
    }
  }
}

/** The answer is JSON in base64; the token in it begins with the `ST$` of a key id. */
function tokenIn(answer: string): string {
  try {
    const { token } = JSON.parse(Buffer.from(answer, 'base64').toString('utf8')) as { token: string } // any other shape throws, and is caught below
    return token.replace(/^ST\$/, '')
  } catch {
    // The cause may quote the token, so it is left out.
    throw new OciError('bad-profile', `${who} got an answer without a token from its cluster.`)
  }
}
