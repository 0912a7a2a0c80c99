import type { QueryClient } from '@tanstack/react-query'
import type { ShouldRevalidateFunction } from 'react-router'
import { readQuery, type Fixed, type List, type ListPath } from './list.ts'
import { countsQuery, pageQuery } from './queries.ts'

/** Reads what a list shows first. Its counts arrive when they are ready: they take the BFF longer than the rows. */
export function loadList<Path extends ListPath>(client: QueryClient, list: List<Path>, url: string, fixed?: Fixed) {
  const query = readQuery(list, new URL(url).searchParams, fixed)
  void client.prefetchQuery(countsQuery(list.path, query))
  return client.ensureQueryData(pageQuery(list.path, query, 0))
}

/** A list reads its own windows as the address changes; its loader runs only on the way to the page. */
export const onArrival: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname
