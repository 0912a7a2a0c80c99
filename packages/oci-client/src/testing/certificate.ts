import type { KeyObject } from 'node:crypto'
import { randomBytes, sign } from 'node:crypto'

/** A certificate in PEM form (RFC 5280), as far as a test needs one; Node reads them but makes none. */
export function certificateFor(
  subjectKey: KeyObject,
  { subject, issuer = subject, signedBy, host }: CertificateOptions,
): string {
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    sha256WithRsa,
    name(issuer),
    sequence(time(Date.now() - 3_600_000), time(Date.now() + 86_400_000)),
    name(subject),
    subjectKey.export({ type: 'spki', format: 'der' }),
    ...(host === undefined ? [] : [explicit(3, sequence(alternativeName(host)))]),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, signedBy))
  const base64 = sequence(body, sha256WithRsa, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`
}

export interface CertificateOptions {
  /** Its organizational unit: `opc-tenant:ocid1.tenancy.oc1..aaaa`. */
  subject: string
  /** The subject itself when left out. */
  issuer?: string
  signedBy: KeyObject
  /** The name of the server it is for. */
  host?: string
}

function der(tag: number, ...content: Buffer[]): Buffer {
  const value = Buffer.concat(content)
  const size = value.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), value])
}

const sequence = (...content: Buffer[]) => der(0x30, ...content)
const explicit = (number: number, content: Buffer) => der(0xa0 + number, content)
const integer = (value: Buffer) => der(0x02, value)
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

/** 1.2.840.113549.1.1.11 */
const sha256WithRsa = sequence(objectId('2a864886f70d01010b'), der(0x05))

/** With the one attribute 2.5.4.11, organizational unit. */
const name = (unit: string) => sequence(der(0x31, sequence(objectId('55040b'), der(0x0c, Buffer.from(unit)))))

/** 2.5.29.17, with one DNS name. */
const alternativeName = (host: string) =>
  sequence(objectId('551d11'), der(0x04, sequence(der(0x82, Buffer.from(host)))))

const time = (ms: number) =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`))
