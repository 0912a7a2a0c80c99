import { queryOptions } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { activityOfQuery } from '../api/activity.ts'

/** The address of a pool. */
export interface DesktopPoolPlace {
  connectionId: string
  id: string
}

const paramsOf = ({ connectionId, id }: DesktopPoolPlace) => ({ connectionId, desktopPoolId: id })

export const desktopPoolQuery = (place: DesktopPoolPlace) =>
  queryOptions({
    queryKey: ['desktop-pools', 'one', place.connectionId, place.id],
    queryFn: ({ signal }) =>
      call('GET /api/desktop-pools/:connectionId/:desktopPoolId', { params: paramsOf(place), signal }),
  })

/** The users whom a stop would disconnect. Read afresh for each confirmation. */
export const stopPreviewQuery = (place: DesktopPoolPlace) =>
  queryOptions({
    queryKey: ['desktop-pools', 'stop-preview', place.connectionId, place.id],
    queryFn: ({ signal }) =>
      call('GET /api/desktop-pools/:connectionId/:desktopPoolId/stop-preview', { params: paramsOf(place), signal }),
    staleTime: 0,
    gcTime: 0,
  })

/** An act on a pool. The same attempt sent again is the same act. */
export interface DesktopPoolAttempt {
  place: DesktopPoolPlace
  attemptId: string
}

export const startDesktopPool = ({ place, attemptId }: DesktopPoolAttempt) =>
  call('POST /api/desktop-pools/:connectionId/:desktopPoolId/start', { params: paramsOf(place), body: { attemptId } })

export const stopDesktopPool = ({ place, attemptId }: DesktopPoolAttempt) =>
  call('POST /api/desktop-pools/:connectionId/:desktopPoolId/stop', { params: paramsOf(place), body: { attemptId } })

/** The acts on a pool, newest first. */
export const desktopPoolActivityQuery = ({ id }: DesktopPoolPlace) => activityOfQuery(id)
