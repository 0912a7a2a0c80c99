import type { Desktop } from '@gatehouse/contract'

/** A running desktop of a user who is not connected, for tests. */
export const desktop = (differs: Partial<Desktop> = {}): Desktop => ({
  connectionId: 'frankfurt',
  id: 'ocid1.desktop.oc1.eu-frankfurt-1.a',
  compartment: null,
  poolId: 'ocid1.desktoppool.oc1.eu-frankfurt-1.a',
  pool: { name: 'lab-demo', state: 'ACTIVE' },
  name: 'lab-demo-0001',
  state: 'ACTIVE',
  session: 'disconnected',
  userName: 'user17',
  createdAt: null,
  imageName: null,
  isConnected: false,
  connectedAt: null,
  disconnectedAt: null,
  lastAction: null,
  nextAction: null,
  client: null,
  ...differs,
})
