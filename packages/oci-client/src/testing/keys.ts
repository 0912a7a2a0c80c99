import { generateKeyPairSync } from 'node:crypto'
import type { Principal } from '../principal.ts'
import { apiKeyPrincipal } from '../principal.ts'
import { fingerprintOf } from '../private-key.ts'

export const tenancyId = 'ocid1.tenancy.oc1..aaaatenancy'
export const userId = 'ocid1.user.oc1..aaaauser'

/** Generated for each test run. */
export const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

export const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' })

export const fingerprint = fingerprintOf(privateKey)

export const principal: Principal = apiKeyPrincipal({ tenancyId, userId, privateKey, region: 'eu-frankfurt-1' })
