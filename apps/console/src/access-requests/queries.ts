import type { AccessService, ActName, Api } from '@gatehouse/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export interface AccessRequestPlace {
  connectionId: string
  service: string
  id: string
}

const paramsOf = ({ connectionId, service, id }: AccessRequestPlace) => ({
  connectionId,
  service: service as AccessService, // the BFF refuses others
  accessRequestId: id,
})

export const accessRequestQuery = (place: AccessRequestPlace) =>
  queryOptions({
    queryKey: ['access-requests', 'one', place.connectionId, place.service, place.id],
    queryFn: ({ signal }) =>
      call('GET /api/access-requests/:connectionId/:service/:accessRequestId', { params: paramsOf(place), signal }),
  })

export type Decision = 'approve' | 'reject' | 'revoke'

export const decisionActs: Record<Decision, ActName> = {
  approve: 'approveAccessRequest',
  reject: 'rejectAccessRequest',
  revoke: 'revokeAccessRequest',
}

type Body<Act extends Decision> =
  Api[`POST /api/access-requests/:connectionId/:service/:accessRequestId/${Act}`]['body']

export type ApproveBody = Body<'approve'>

/** The body holds the version that the decision rests on (`seen`) and the attempt id. */
export interface DecisionInput<Act extends Decision> {
  place: AccessRequestPlace
  body: Body<Act>
}

// The same attempt sent again is the same decision.

export const approveAccessRequest = ({ place, body }: DecisionInput<'approve'>) =>
  call('POST /api/access-requests/:connectionId/:service/:accessRequestId/approve', { params: paramsOf(place), body })

export const rejectAccessRequest = ({ place, body }: DecisionInput<'reject'>) =>
  call('POST /api/access-requests/:connectionId/:service/:accessRequestId/reject', { params: paramsOf(place), body })

export const revokeAccessRequest = ({ place, body }: DecisionInput<'revoke'>) =>
  call('POST /api/access-requests/:connectionId/:service/:accessRequestId/revoke', { params: paramsOf(place), body })
