import type { Desktops } from '@gatehouse/oci-api'
import type { Sandbox } from '@gatehouse/sandbox'

/** What `createDesktopPool` takes in the sandbox's home region, for a pool without desktops. */
export const poolDetails = ({ world, compartments }: Sandbox): Desktops.CreateDesktopPoolDetails => ({
  compartmentId: compartments.at(-1)?.id ?? '',
  displayName: 'pool',
  maximumSize: 1,
  standbySize: 0,
  shapeName: 'VM.Standard.E4.Flex',
  isStorageEnabled: false,
  storageSizeInGBs: 0,
  storageBackupPolicyId: '',
  devicePolicy: {
    clipboardMode: 'NONE',
    audioMode: 'NONE',
    cdmMode: 'NONE',
    isPrintingEnabled: false,
    isPointerEnabled: true,
    isKeyboardEnabled: true,
    isDisplayEnabled: true,
  },
  availabilityPolicy: {},
  image: { imageId: 'ocid1.image.oc1.eu-frankfurt-1.image', imageName: 'image' },
  networkConfiguration: {
    vcnId: 'ocid1.vcn.oc1.eu-frankfurt-1.vcn',
    subnetId: 'ocid1.subnet.oc1.eu-frankfurt-1.subnet',
  },
  contactDetails: '',
  arePrivilegedUsers: false,
  availabilityDomain: world.regions.get(world.homeRegion)?.availabilityDomains[0] ?? '',
})
