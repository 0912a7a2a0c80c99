import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { accessRequestEvents } from './live.ts'
import { accessRequestQuery } from './queries.ts'
import { accessRequest, openAccess } from './testing.ts'

test('an access request that arrives replaces what is shown', () => {
  const client = new QueryClient()
  const { queryKey } = accessRequestQuery(accessRequest())
  client.setQueryData(queryKey, accessRequest())
  accessRequestEvents['access-request'](client, { topic: 'access-request/…', accessRequest: openAccess() })
  expect(client.getQueryData(queryKey)?.state).toBe('DEPLOYED')
})
