import { call } from '../api/call.ts'

/** The address of a desktop or a pool. */
export interface DesktopPlace {
  connectionId: string
  id: string
}

/** An act on a desktop. The same attempt sent again is the same act. */
export interface DesktopAttempt {
  place: DesktopPlace
  attemptId: string
}

export const startDesktop = ({ place, attemptId }: DesktopAttempt) =>
  call('POST /api/desktops/:connectionId/:desktopId/start', {
    params: { connectionId: place.connectionId, desktopId: place.id },
    body: { attemptId },
  })

/** Gives the desktop another name. */
export const updateDesktop = ({ place, attemptId, name }: DesktopAttempt & { name: string }) =>
  call('POST /api/desktops/:connectionId/:desktopId/update', {
    params: { connectionId: place.connectionId, desktopId: place.id },
    body: { attemptId, name },
  })

/** `userName` is the desktop's user at the time of the confirmation. If it has changed, nothing is deleted. */
export const deleteDesktop = ({ place, attemptId, userName }: DesktopAttempt & { userName: string | null }) =>
  call('POST /api/desktops/:connectionId/:desktopId/delete', {
    params: { connectionId: place.connectionId, desktopId: place.id },
    body: { attemptId, userName },
  })

/** `soft` asks the operating system to shut down; otherwise the power is cut. */
export const stopDesktop = ({ place, attemptId, soft }: DesktopAttempt & { soft: boolean }) =>
  call('POST /api/desktops/:connectionId/:desktopId/stop', {
    params: { connectionId: place.connectionId, desktopId: place.id },
    body: { attemptId, soft },
  })
