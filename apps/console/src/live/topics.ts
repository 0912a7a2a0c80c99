interface OfService {
  connectionId: string
  service: string
  id: string
}

interface OfConnection {
  connectionId: string
  id: string
}

/**
 * The names of topics, as the contract spells them. The topic of a window is its address (`lists/queries.ts`).
 */
export const topics = {
  accessRequest: ({ connectionId, service, id }: OfService) => `access-request/${connectionId}/${service}/${id}`,
  desktopPool: ({ connectionId, id }: OfConnection) => `desktop-pool/${connectionId}/${id}`,
  workRequest: ({ connectionId, service, id }: OfService) => `work-request/${connectionId}/${service}/${id}`,
  workRequestLog: ({ connectionId, service, id }: OfService) => `work-request-log/${connectionId}/${service}/${id}`,
  activity: 'activity',
} as const

/** Copies of the contract's limits; a test compares them. */
export const topicsPerStream = 200
export const topicMaxLength = 1_000
