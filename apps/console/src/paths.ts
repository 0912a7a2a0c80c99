/** The address of every page. Filters and tabs are added by the pages, as search parameters. */
export const paths = {
  overview: '/',
  signIn: '/sign-in',
  accessRequests: '/access-requests',
  accessRequest: ({ connectionId, service, id }: { connectionId: string; service: string; id: string }) =>
    `/access-requests/${connectionId}/${service}/${encodeURIComponent(id)}`,
  desktopPools: '/desktop-pools',
  desktopPool: ({ connectionId, id }: { connectionId: string; id: string }) =>
    `/desktop-pools/${connectionId}/${encodeURIComponent(id)}`,
  desktops: '/desktops',
  workRequests: '/work-requests',
  workRequest: ({ connectionId, service, id }: { connectionId: string; service: string; id: string }) =>
    `/work-requests/${connectionId}/${service}/${encodeURIComponent(id)}`,
  activity: '/activity',
} as const
