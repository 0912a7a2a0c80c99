interface OfService {
  connectionId: string
  service: string
  id: string
}

interface OfConnection {
  connectionId: string
  id: string
}

/** The names of topics, as the contract spells them. */
export const topics = {
  accessRequests: 'access-requests',
  accessRequest: ({ connectionId, service, id }: OfService) => `access-request/${connectionId}/${service}/${id}`,
  desktopPools: 'desktop-pools',
  desktopPool: ({ connectionId, id }: OfConnection) => `desktop-pool/${connectionId}/${id}`,
  desktopPoolDesktops: ({ connectionId, id }: OfConnection) => `desktop-pool-desktops/${connectionId}/${id}`,
  desktops: 'desktops',
  workRequests: 'work-requests',
  workRequest: ({ connectionId, service, id }: OfService) => `work-request/${connectionId}/${service}/${id}`,
  workRequestLog: ({ connectionId, service, id }: OfService) => `work-request-log/${connectionId}/${service}/${id}`,
  activity: 'activity',
} as const
