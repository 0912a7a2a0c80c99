/** OCI refuses a signature whose date is five minutes off: docs.oracle.com/iaas/Content/API/Concepts/signingrequests.htm. */
const nearlyTooFarMs = 4.5 * 60_000

/**
 * Advice about the clock of this machine, as a sentence, when it differs so much from the `date` header of an answer that
 * OCI may have refused the signature for it. Undefined otherwise, and without a `date`.
 */
export function clockAdvice(date: string | undefined, nowMs = Date.now()): string | undefined {
  const aheadMs = nowMs - Date.parse(date ?? '')
  if (!(Math.abs(aheadMs) > nearlyTooFarMs)) return undefined
  const off = `${Math.round(Math.abs(aheadMs) / 60_000)} minutes ${aheadMs > 0 ? 'ahead of' : 'behind'}`
  return `The clock of this machine is ${off} that of OCI, which allows five: set it, best by NTP.`
}
