/** An error prepared for display. */
export interface DescribedError {
  title: string
  /** A whole sentence. */
  detail: string
  requestId: string | undefined
  opcRequestId: string | undefined
}

/** The title, detail and ids of an error. Errors that are not meant for people get a general text. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { ...unexpected, requestId: undefined, opcRequestId: undefined }
  const fields = error as Error & { title?: unknown; requestId?: unknown; opcRequestId?: unknown } // each is checked before use
  // only errors meant for people have a title; other messages are for programmers
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
