import type { AccessService, Permission, WorkService } from '@gatehouse/contract'
import { ConnectionId, Ocid } from '@gatehouse/contract'
import { Value } from 'typebox/value'
import { parseViewTopic, type ViewTopic } from '../inventory/view-topic.ts'

type Kind<K extends string, Where = unknown> = { readonly kind: K } & Where

interface Thing {
  readonly connectionId: string
  readonly id: string
}

/** What can be watched. The contract's table lists the spelling of each. */
export type Topic =
  | Kind<'view', ViewTopic>
  | Kind<'activity'>
  | Kind<'desktop-pool', Thing>
  | Kind<'access-request', Thing & { readonly service: AccessService }>
  | Kind<'work-request', Thing & { readonly service: WorkService }>
  | Kind<'work-request-log', Thing & { readonly service: WorkService }>

export type TopicKind = Topic['kind']

export type TopicOf<K extends TopicKind> = Extract<Topic, { kind: K }>

/** What a person needs to be allowed to watch topics of a kind. Views say it themselves. */
export const topicPermission: Record<Exclude<TopicKind, 'view'>, Permission> = {
  'access-request': 'access-requests:read',
  'desktop-pool': 'desktop-pools:read',
  'work-request': 'work-requests:read',
  'work-request-log': 'work-requests:read',
  activity: 'activity:read',
}

/** The name in a subscription, such as `work-request/frankfurt/desktops/ocid1…`. */
export function topicName(topic: Topic): string {
  if (topic.kind === 'view') return topic.name
  const { kind } = topic
  if (!('id' in topic)) return kind
  return [kind, topic.connectionId, ...('service' in topic ? [topic.service] : []), topic.id].join('/')
}

/** Null when the name is not spelt like a topic. Does not check whether the thing exists; reading it does. */
export function parseTopic(name: string): Topic | null {
  const view = parseViewTopic(name)
  if (view) return { kind: 'view', ...view }
  const [kind = '', ...where] = name.split('/')
  if (kind === 'activity') return where.length === 0 ? { kind } : null
  if (kind === 'desktop-pool') {
    const [connectionId, id, ...rest] = where
    return rest.length === 0 && isThing(connectionId, id) ? { kind, ...thing(connectionId, id) } : null
  }
  const [connectionId, service, id, ...rest] = where
  if (rest.length > 0 || !isThing(connectionId, id)) return null
  if (kind === 'access-request') return isAccessService(service) ? { kind, service, ...thing(connectionId, id) } : null
  if (kind !== 'work-request' && kind !== 'work-request-log') return null
  return isWorkService(service) ? { kind, service, ...thing(connectionId, id) } : null
}

const isAccessService = (service: unknown): service is AccessService =>
  service === 'operator-access-control' || service === 'delegate-access-control'

const isWorkService = (service: unknown): service is WorkService =>
  service === 'desktops' || service === 'delegate-access-control'

const isConnectionId = (text: string | undefined) => Value.Check(ConnectionId, text)
const isOcid = (text: string | undefined) => Value.Check(Ocid, text)

const isThing = (connectionId: string | undefined, id: string | undefined) => isConnectionId(connectionId) && isOcid(id)

const thing = (connectionId = '', id = ''): Thing => ({ connectionId, id })
