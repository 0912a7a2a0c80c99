import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { certificateFor } from './certificate.ts'
import type { RecordingServer } from './server.ts'
import { sendJson, serverForTest } from './server.ts'
import { isSignedBy, readSignature } from './signature.ts'

export interface Instance {
  readonly metadataUrl: string
  readonly federationUrl: string
  readonly metadata: RecordingServer
  readonly federation: RecordingServer
}

/**
 * What a compute instance finds around it: a metadata service (version 2) with the instance's region and certificates, and
 * a service that gives a token for them. The token is the test's to issue, for the key that the instance made.
 */
export async function instanceForTest({
  tenancyId,
  regionCode,
  issue,
}: {
  tenancyId: string
  /** As metadata says it, such as `fra`. */
  regionCode: string
  /** The status is 401 when it gives none. */
  issue: (publicKey: KeyObject) => Promise<string | undefined>
}): Promise<Instance> {
  const authority = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const leaf = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const intermediate = certificateFor(authority.publicKey, { subject: 'authority', signedBy: authority.privateKey })
  const certificate = certificateFor(leaf.publicKey, {
    subject: `opc-tenant:${tenancyId}`,
    issuer: 'authority',
    signedBy: authority.privateKey,
  })
  const files: Record<string, string> = {
    '/opc/v2/instance/region': regionCode,
    '/opc/v2/identity/cert.pem': certificate,
    '/opc/v2/identity/key.pem': leaf.privateKey.export({ type: 'pkcs1', format: 'pem' }),
    '/opc/v2/identity/intermediate.pem': intermediate,
  }
  const metadata = await serverForTest((response, { target, headers }) => {
    const text = files[target]
    if (headers.authorization !== 'Bearer Oracle') response.writeHead(401).end()
    else response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/plain' }).end(text)
  })

  const bare = (pem: string) => pem.replaceAll(/-----[A-Z ]+-----|\n/g, '')
  const fingerprint = new X509Certificate(certificate).fingerprint.toLowerCase()
  const federation = await serverForTest((response, request) => {
    const asked = JSON.parse(request.body.toString()) as Record<string, unknown> // checked below
    const believed =
      request.target === '/v1/x509' &&
      readSignature(request).keyId === `${tenancyId}/fed-x509/${fingerprint}` &&
      isSignedBy(leaf.publicKey, request) &&
      asked['certificate'] === bare(certificate) &&
      JSON.stringify(asked['intermediateCertificates']) === JSON.stringify([bare(intermediate)])
    if (!believed) {
      sendJson(response, 401, { code: 'NotAuthenticated', message: 'No.' })
      return
    }
    const key = createPublicKey({ key: Buffer.from(String(asked['publicKey']), 'base64'), type: 'spki', format: 'der' })
    void issue(key).then((token) =>
      token === undefined
        ? sendJson(response, 401, { code: 'NotAuthenticated', message: 'No.' })
        : sendJson(response, 200, { token }),
    )
  })
  return { metadataUrl: `${metadata.url}/opc/v2/`, federationUrl: federation.url, metadata, federation }
}
