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
 * Fakes the surroundings of a compute instance: a metadata service (version 2) with its region and certificates, and a
 * service that exchanges these for a token. The test issues the token, for the key that the instance made.
 */
export async function instanceForTest({
  tenancyId,
  regionCode,
  issue,
}: {
  tenancyId: string
  /** The region key in the metadata, such as `fra`. */
  regionCode: string
  /** The service answers 401 when this resolves to undefined. */
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
    const input = JSON.parse(request.body.toString()) as Record<string, unknown> // checked below
    const isValid =
      request.target === '/v1/x509' &&
      readSignature(request).keyId === `${tenancyId}/fed-x509/${fingerprint}` &&
      isSignedBy(leaf.publicKey, request) &&
      input['certificate'] === bare(certificate) &&
      JSON.stringify(input['intermediateCertificates']) === JSON.stringify([bare(intermediate)])
    if (!isValid) {
      sendJson(response, 401, { code: 'NotAuthenticated', message: 'No.' })
      return
    }
    const key = createPublicKey({ key: Buffer.from(String(input['publicKey']), 'base64'), type: 'spki', format: 'der' })
    void issue(key).then((token) =>
      token === undefined
        ? sendJson(response, 401, { code: 'NotAuthenticated', message: 'No.' })
        : sendJson(response, 200, { token }),
    )
  })
  return { metadataUrl: `${metadata.url}/opc/v2/`, federationUrl: federation.url, metadata, federation }
}
