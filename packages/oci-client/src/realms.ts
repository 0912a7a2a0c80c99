/**
 * The domain and the regions of each realm, as in Oracle's SDK 2.139.1. Unknown regions count as oc1, as in the SDK,
 * because most new regions are commercial.
 */
const realms: Readonly<Record<string, { domain: string; regions: string }>> = {
  oc1: {
    domain: 'oraclecloud.com',
    regions: `af-casablanca-1 af-johannesburg-1 ap-batam-1 ap-chuncheon-1 ap-delhi-1 ap-hyderabad-1 ap-kulai-2
      ap-melbourne-1 ap-mumbai-1 ap-osaka-1 ap-seoul-1 ap-singapore-1 ap-singapore-2 ap-sydney-1 ap-tokyo-1
      ca-montreal-1 ca-toronto-1 eu-amsterdam-1 eu-frankfurt-1 eu-madrid-1 eu-madrid-3 eu-marseille-1 eu-milan-1
      eu-paris-1 eu-stockholm-1 eu-turin-1 eu-zurich-1 il-jerusalem-1 me-abudhabi-1 me-dubai-1 me-jeddah-1
      me-riyadh-1 mx-monterrey-1 mx-queretaro-1 sa-bogota-1 sa-santiago-1 sa-saopaulo-1 sa-valparaiso-1
      sa-vinhedo-1 uk-cardiff-1 uk-london-1 us-ashburn-1 us-chicago-1 us-phoenix-1 us-saltlake-2 us-sanjose-1`,
  },
  oc2: { domain: 'oraclegovcloud.com', regions: 'us-langley-1 us-luke-1' },
  oc3: { domain: 'oraclegovcloud.com', regions: 'us-gov-ashburn-1 us-gov-chicago-1 us-gov-phoenix-1' },
  oc4: { domain: 'oraclegovcloud.uk', regions: 'uk-gov-cardiff-1 uk-gov-london-1' },
  oc8: { domain: 'oraclecloud8.com', regions: 'ap-chiyoda-1 ap-ibaraki-1' },
  oc9: { domain: 'oraclecloud9.com', regions: 'me-dcc-muscat-1 me-ibri-1' },
  oc10: { domain: 'oraclecloud10.com', regions: 'ap-dcc-canberra-1' },
  oc14: {
    domain: 'oraclecloud14.com',
    regions: 'eu-dcc-dublin-1 eu-dcc-dublin-2 eu-dcc-milan-1 eu-dcc-milan-2 eu-dcc-rating-1 eu-dcc-rating-2',
  },
  oc15: { domain: 'oraclecloud15.com', regions: 'ap-dcc-gazipur-1' },
  oc19: { domain: 'oraclecloud.eu', regions: 'eu-frankfurt-2 eu-madrid-2' },
  oc20: { domain: 'oraclecloud20.com', regions: 'eu-jovanovac-1' },
  oc21: { domain: 'oraclecloud21.com', regions: 'me-alrayyan-1 me-dcc-doha-1' },
  oc23: { domain: 'oraclecloud23.com', regions: 'us-somerset-1 us-thames-1' },
  oc24: { domain: 'oraclecloud24.com', regions: 'eu-crissier-1 eu-dcc-zurich-1' },
  oc26: { domain: 'oraclecloud26.com', regions: 'me-abudhabi-3 me-alain-1' },
  oc29: { domain: 'oraclecloud29.com', regions: 'me-abudhabi-2 me-abudhabi-4' },
  oc35: { domain: 'oraclecloud35.com', regions: 'ap-chuncheon-2 ap-seoul-2 ap-suwon-1' },
  oc42: { domain: 'oraclecloud42.com', regions: 'us-ashburn-2 us-newark-1' },
  oc51: { domain: 'oraclecloud51.com', regions: 'eu-budapest-1' },
  oc52: { domain: 'oraclecloud52.com', regions: 'sa-riodejaneiro-1' },
}

const realmByRegion = new Map(
  Object.entries(realms).flatMap(([id, { domain, regions }]) =>
    regions.split(/\s+/).map((region): [string, Realm] => [region, { id, domain }]),
  ),
)

const commercial: Realm = { id: 'oc1', domain: 'oraclecloud.com' }

export interface Realm {
  /** `oc1` */
  readonly id: string
  /** The second-level domain of its addresses: `oraclecloud.com`. */
  readonly domain: string
}

/** The realm of a region: oc1 for `us-ashburn-1`. */
export const realmOf = (region: string): Realm => realmByRegion.get(region) ?? commercial
