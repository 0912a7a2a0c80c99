/** OCI refuses a signature whose date is five minutes off: docs.oracle.com/iaas/Content/API/Concepts/signingrequests.htm. */
const nearlyTooFarMs = 4.5 * 60_000

/**
 * What to do about the clock of this machine, as a sentence, when it is so far from that of an answer's `date` header that
 * a signature may have been refused for it; undefined when it is not, or when the answer does not say.
 */
export function clockAdvice(date: string | undefined, nowMs = Date.now()): string | undefined {
  const aheadMs = nowMs - Date.parse(date ?? '')
  if (!(Math.abs(aheadMs) > nearlyTooFarMs)) return undefined
  const off = `${Math.round(Math.abs(aheadMs) / 60_000)} minutes ${aheadMs > 0 ? 'ahead of' : 'behind'}`
  return `The clock of this machine is ${off} that of OCI, which allows five: set it, best by NTP.`
}
