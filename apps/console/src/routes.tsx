import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import {
  redirect,
  type LoaderFunction,
  type MiddlewareFunction,
  type RouteObject,
  type ShouldRevalidateFunction,
} from 'react-router'
import { ApiError } from './api/api-error.ts'
import { sessionQuery } from './api/session.ts'
import { LastResort } from './LastResort.tsx'
import { paths } from './paths.ts'
import { Starting } from './Starting.tsx'

/** What a page's file offers. */
interface PageModule {
  default: ComponentType
  loader?: (client: QueryClient) => LoaderFunction
  shouldRevalidate?: ShouldRevalidateFunction
}

/** Every page, loaded on first visit. An error in a page leaves the frame in place. */
export function createRoutes(client: QueryClient): RouteObject[] {
  const page = (load: () => Promise<PageModule>): Pick<RouteObject, 'lazy'> => ({
    lazy: async () => {
      const { default: Component, loader, shouldRevalidate } = await loaded(load())
      return { Component, loader: loader?.(client), shouldRevalidate }
    },
  })
  const problems: Pick<RouteObject, 'lazy'> = {
    lazy: async () => ({ ErrorBoundary: (await loaded(import('./RouteProblem.tsx'))).RouteProblem }),
  }

  return [
    {
      ErrorBoundary: LastResort,
      HydrateFallback: Starting,
      children: [
        { ...problems, children: [{ path: paths.signIn, ...page(() => import('./sign-in/SignInPage.tsx')) }] },
        {
          ...page(() => import('./SignedIn.tsx')),
          middleware: [signedInOnly(client)],
          children: [{ ...problems, children: pages(page) }],
        },
      ],
    },
  ]
}

const pages = (page: (load: () => Promise<PageModule>) => Pick<RouteObject, 'lazy'>): RouteObject[] => [
  { path: paths.overview, ...page(() => import('./overview/OverviewPage.tsx')) },
  { path: paths.accessRequests, ...page(() => import('./access-requests/AccessRequestsPage.tsx')) },
  {
    path: `${paths.accessRequests}/:connectionId/:service/:accessRequestId`,
    ...page(() => import('./access-requests/AccessRequestPage.tsx')),
  },
  { path: paths.desktopPools, ...page(() => import('./desktop-pools/DesktopPoolsPage.tsx')) },
  {
    path: `${paths.desktopPools}/:connectionId/:desktopPoolId`,
    ...page(() => import('./desktop-pools/DesktopPoolPage.tsx')),
    // the list of desktops belongs to another room; rooms do not import one another, so the two meet here
    children: [{ index: true, ...page(() => import('./desktops/PoolDesktops.tsx')) }],
  },
  { path: paths.desktops, ...page(() => import('./desktops/DesktopsPage.tsx')) },
  { path: paths.workRequests, ...page(() => import('./work-requests/WorkRequestsPage.tsx')) },
  {
    path: `${paths.workRequests}/:connectionId/:service/:workRequestId`,
    ...page(() => import('./work-requests/WorkRequestPage.tsx')),
  },
  { path: paths.activity, ...page(() => import('./activity/ActivityPage.tsx')) },
  { path: '*', ...page(() => import('./frame/NotFoundPage.tsx')) },
]

/** Awaits a chunk. Throws an `ApiError` with a message for people when it fails to load. */
async function loaded<Module>(part: Promise<Module>): Promise<Module> {
  try {
    return await part
  } catch (cause) {
    const detail = 'Gatehouse cannot be reached or has been updated. Try again or reload the page.'
    throw new ApiError({ code: 'unreachable', status: 0, title: 'The page could not be loaded', detail }, { cause })
  }
}

/** Runs before the loaders of its routes. Redirects anonymous visitors to the sign-in page, with the way back. */
const signedInOnly =
  (client: QueryClient): MiddlewareFunction =>
  async ({ request }, next) => {
    const { user } = await client.ensureQueryData(sessionQuery)
    if (user === null) {
      const { pathname, search } = new URL(request.url)
      const here = `${pathname}${search}`
      throw redirect(here === '/' ? paths.signIn : `${paths.signIn}?${new URLSearchParams({ next: here })}`)
    }
    return next()
  }
