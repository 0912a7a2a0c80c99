import type { WorldSize } from '../size.ts'

/** A compartment of a large tenancy: department, then environment, then purpose. */
export interface GeneratedCompartment {
  /** Unique in the tenancy: `treasury-production-desktops`. */
  name: string
  /** The name of the one above; right below the tenancy when left out. */
  parent?: string
  description: string
  purpose: Purpose | 'department' | 'environment'
}

const departments = [
  'asset-management',
  'claims',
  'commercial-lending',
  'corporate-services',
  'customer-care',
  'data-platform',
  'field-engineering',
  'group-finance',
  'human-resources',
  'insurance',
  'legal',
  'logistics',
  'manufacturing',
  'marketing',
  'payments',
  'procurement',
  'research',
  'retail',
  'risk',
  'treasury',
]

const environments = ['production', 'staging', 'development']

const purposes = ['desktops', 'exadata', 'analytics', 'integration', 'network', 'security', 'backup'] as const

type Purpose = (typeof purposes)[number]

const words: Record<Purpose, string> = {
  desktops: 'Desktops of',
  exadata: 'Exadata infrastructure of',
  analytics: 'Reports and models of',
  integration: 'Queues and interfaces of',
  network: 'Virtual networks of',
  security: 'Vaults and keys of',
  backup: 'Copies of the data of',
}

/** So many of them, a parent before its children; 500 are all there are. */
export const generatedCompartments = (count: number): GeneratedCompartment[] => tree.slice(0, count)

const tree: readonly GeneratedCompartment[] = departments.flatMap((department) => [
  { name: department, description: `Everything of ${inWords(department)}`, purpose: 'department' as const },
  ...environments.flatMap((environment) => {
    const name = `${department}-${environment}`
    const place = `${inWords(department)}, ${environment}`
    return [
      { name, parent: department, description: `${place}: what belongs together`, purpose: 'environment' as const },
      ...purposes.map((purpose) => ({
        name: `${name}-${purpose}`,
        parent: name,
        description: `${words[purpose]} ${place}`,
        purpose,
      })),
    ]
  }),
])

/**
 * The generated compartments that hold desktop pools, and those that hold what Oracle's operators ask access to. The
 * wanted share is taken from the likely ones first: compartments for desktops and for Exadata, then any.
 */
export function homesOf({ compartments, occupied }: Pick<WorldSize, 'compartments' | 'occupied'>) {
  const unlikeliness = ({ purpose }: GeneratedCompartment) => {
    if (purpose === 'desktops' || purpose === 'exadata') return 0
    return purpose === 'department' || purpose === 'environment' ? 2 : 1
  }
  const homes = generatedCompartments(compartments)
    .toSorted((a, b) => unlikeliness(a) - unlikeliness(b))
    .slice(0, Math.round(compartments * occupied))
  return {
    desktopHomes: homes.filter(({ purpose }) => purpose !== 'exadata'),
    accessHomes: homes.filter(({ purpose }) => purpose === 'exadata'),
  }
}

function inWords(name: string): string {
  return name.replaceAll('-', ' ')
}
