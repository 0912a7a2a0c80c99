import type { Api, Problem } from '@gatehouse/contract'
import { ApiError } from './api-error.ts'

/** Longer than the BFF waits for OCI, so that the BFF's own error arrives first. */
const deadlineMs = 75_000

type InputPart<Key extends keyof Api, Part extends 'params' | 'query' | 'body'> = Api[Key][Part] extends undefined
  ? { [P in Part]?: undefined }
  : Record<string, never> extends Api[Key][Part]
    ? { [P in Part]?: Api[Key][Part] }
    : { [P in Part]: Api[Key][Part] }

export type CallInput<Key extends keyof Api> = InputPart<Key, 'params'> &
  InputPart<Key, 'query'> &
  InputPart<Key, 'body'> & { signal?: AbortSignal }

type Arguments<Key extends keyof Api> =
  Record<string, never> extends CallInput<Key> ? [input?: CallInput<Key>] : [input: CallInput<Key>]

/**
 * Calls the BFF: `call('GET /api/work-requests')`. Throws an `ApiError`, or the `AbortError` of the caller's signal.
 */
export async function call<Key extends keyof Api>(key: Key, ...[input]: Arguments<Key>): Promise<Api[Key]['reply']> {
  const { params, query, body, signal }: LooseInput = input ?? {}
  const [method = 'GET', template = ''] = key.split(' ')
  const deadline = AbortSignal.timeout(deadlineMs)

  let reply: Response
  try {
    reply = await fetch(toUrl(template, params, query), {
      method,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw unreachable(error)
  }
  if (!reply.ok) throw await toApiError(reply)

  try {
    // the BFF validates every reply against the schema behind this type
    return (await reply.json()) as Api[Key]['reply']
  } catch (error) {
    if (signal?.aborted) throw error
    throw badAnswer(reply, error)
  }
}

interface LooseInput {
  params?: Record<string, unknown> | undefined
  query?: Record<string, unknown> | undefined
  body?: unknown
  signal?: AbortSignal | undefined
}

/** Fills `:names` in and appends the query; a list repeats its name. Values that are undefined are left out. */
export function toUrl(template: string, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}) {
  const path = template.replaceAll(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) search.append(name, String(one))
    }
  }
  return search.size > 0 ? `${path}?${search}` : path
}

async function toApiError(reply: Response) {
  try {
    const problem = (await reply.json()) as Partial<Problem> | null // read field by field below
    if (typeof problem?.code === 'string' && typeof problem.detail === 'string') {
      return new ApiError({
        ...problem,
        code: problem.code,
        detail: problem.detail,
        title: problem.title ?? 'Failed',
        status: reply.status,
      })
    }
  } catch {
    // not a problem document: handled below
  }
  return badAnswer(reply)
}

const badAnswer = (reply: Response, cause?: unknown) =>
  new ApiError(
    {
      code: 'bad_answer',
      status: reply.status,
      title: 'Unexpected answer',
      detail: `Gatehouse answered ${reply.status} in an unexpected format. A proxy in between may have changed it. Try again.`,
    },
    { cause },
  )

const unreachable = (cause: unknown) =>
  new ApiError(
    {
      code: 'unreachable',
      status: 0,
      title: 'No answer',
      detail:
        cause instanceof DOMException && cause.name === 'TimeoutError'
          ? `Gatehouse did not answer within ${deadlineMs / 1000} seconds. Try again.`
          : 'Gatehouse cannot be reached. Check the network, then try again.',
    },
    { cause },
  )
