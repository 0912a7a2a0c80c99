/** What there is to say of an error, whatever kind it is. */
export interface DescribedError {
  title: string
  /** A whole sentence. */
  detail: string
  requestId: string | undefined
  opcRequestId: string | undefined
}

/** The words and ids that an error brings; an error without words of its own gets ours. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { ...unexpected, requestId: undefined, opcRequestId: undefined }
  const fields = error as Error & { title?: unknown; requestId?: unknown; opcRequestId?: unknown } // each is looked at before use
  // only errors made for people have a title; the message of any other is for programmers
  if (typeof fields.title !== 'string') return { ...unexpected, requestId: undefined, opcRequestId: undefined }
  return {
    title: fields.title,
    detail: error.message,
    requestId: text(fields.requestId),
    opcRequestId: text(fields.opcRequestId),
  }
}

const unexpected = {
  title: 'Something went wrong',
  detail: 'The console ran into an error. Try again. If it happens again, reload the page.',
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
