import type { DesktopPoolSummary } from '@gatehouse/contract'

/** A pool that is as it should be, for tests. */
export const pool = (differs: Partial<DesktopPoolSummary>): DesktopPoolSummary => ({
  connectionId: 'frankfurt',
  id: 'ocid1.desktoppool.oc1.eu-frankfurt-1.a',
  name: 'engineering',
  state: 'ACTIVE',
  compartment: null,
  maximumSize: 50,
  standbySize: 2,
  usage: { desktops: 40, connected: 12, disconnected: 3, standby: 2, stopped: 23 },
  trouble: null,
  nextAction: null,
  createdAt: null,
  tags: {},
  ...differs,
})
