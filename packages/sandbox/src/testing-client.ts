import type { KeyObject } from 'node:crypto'
import { createHash, sign } from 'node:crypto'
import type { Sandbox } from './index.ts'
import type { UserName } from './world/seed/tenancy.ts'

/** How Oracle's SDKs sign: TypeScript's with `x-date` and capitals, Python's and Go's with `date` and `algorithm` first. */
export type Dialect = 'typescript' | 'python'

export interface TestCall {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
  /** Below the region's endpoint, with the query. */
  path: string
  /** Sent as JSON, or as it is when a string. */
  body?: unknown
  headers?: Record<string, string>
  user?: UserName
  region?: string
  dialect?: Dialect
  /** Signs the headers in this order of theirs instead of the dialect's. */
  order?: number[]
  /** What a client may get wrong. */
  faulty?: Partial<{
    date: string
    /** Names left out of the signature. */
    unsigned: string[]
    keyId: string
    privateKey: string | KeyObject
    bodyThatIsHashed: string
    contentType: string
    /** Rewrites the Authorization header; undefined leaves it out. */
    authorization: (header: string) => string | undefined
  }>
}

export interface TestAnswer {
  status: number
  headers: Headers
  text: string
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every operation, good and bad
  body: any
}

export type TestClient = (call: TestCall | string) => Promise<TestAnswer>

/** Calls the sandbox as an OCI client does, with a signer of its own that shares nothing with the sandbox's verifier. */
export const createTestClient =
  (sandbox: Sandbox): TestClient =>
  async (call) => {
    const { path, body, ...rest }: TestCall = typeof call === 'string' ? { path: call } : call
    const method = rest.method ?? 'GET'
    const url = new URL((rest.region ? sandbox.endpoint(rest.region) : sandbox.url) + path)
    const text = body === undefined || typeof body === 'string' ? (body ?? '') : JSON.stringify(body)
    const response = await fetch(url, {
      method,
      headers: { ...signedHeaders(sandbox, rest, method, url, text), ...rest.headers },
      ...(method === 'GET' || text === '' ? {} : { body: text }),
    })
    const answer = await response.text()
    return { status: response.status, headers: response.headers, text: answer, body: parsed(answer) }
  }

/** The headers that make it a signed call, whatever is in `faulty`. */
export function signedHeaders(
  sandbox: Pick<Sandbox, 'users' | 'tenancyId'>,
  { user: name = 'console', dialect = 'python', order, faulty = {} }: Omit<TestCall, 'path'>,
  method: string,
  url: Pick<URL, 'href' | 'origin' | 'host'>,
  body: string,
): Record<string, string> {
  const user = sandbox.users.find((one) => one.name === name)! // one of the seed's
  const dateName = dialect === 'typescript' ? 'x-date' : 'date'
  const headers: Record<string, string> = {
    [dateName]: faulty.date ?? new Date().toUTCString(),
    '(request-target)': `${method.toLowerCase()} ${url.href.slice(url.origin.length)}`,
    host: url.host,
  }
  if (method !== 'GET' && method !== 'DELETE') {
    headers['content-type'] = faulty.contentType ?? 'application/json'
    headers['content-length'] = String(Buffer.byteLength(body))
    headers['x-content-sha256'] = createHash('sha256')
      .update(faulty.bodyThatIsHashed ?? body)
      .digest('base64')
  }
  const usual = Object.keys(headers)
  const ordered = order ? order.map((at) => usual[at] ?? '').filter(Boolean) : usual
  const names = ordered.filter((header) => !faulty.unsigned?.includes(header))
  const toSign = names.map((header) => `${header}: ${headers[header]}`).join('\n')
  const signature = sign('sha256', Buffer.from(toSign), faulty.privateKey ?? user.privateKeyPem()).toString('base64')
  const keyId = faulty.keyId ?? `${sandbox.tenancyId}/${user.id}/${user.fingerprint}`
  const authorization =
    dialect === 'typescript'
      ? `Signature version="1",keyId="${keyId}",algorithm="rsa-sha256",headers="${names.map(capitalised).join(' ')}",signature="${signature}"`
      : `Signature algorithm="rsa-sha256",headers="${names.join(' ')}",keyId="${keyId}",signature="${signature}",version="1"`
  delete headers['(request-target)']
  const rewritten = faulty.authorization ? faulty.authorization(authorization) : authorization
  return rewritten === undefined ? headers : { ...headers, authorization: rewritten }
}

const capitalised = (name: string) =>
  ({ 'content-type': 'Content-Type', 'content-length': 'Content-Length' })[name] ?? name

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
