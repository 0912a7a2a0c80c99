// Generated from data/ by scripts/generate.ts; change the data, then run `pnpm generate`.

/** JSON Schemas (draft 07) of the models of identity. */
export const schemas = {
  $id: 'identity',
  definitions: {
    Compartment: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        name: {
          type: 'string',
        },
        description: {
          type: 'string',
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        lifecycleState: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'INACTIVE', 'DELETING', 'DELETED'],
        },
        inactiveStatus: {
          type: 'integer',
        },
        isAccessible: {
          type: 'boolean',
        },
        freeformTags: {
          type: 'object',
          additionalProperties: {
            type: 'string',
          },
        },
        definedTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['id', 'compartmentId', 'name', 'description', 'timeCreated', 'lifecycleState'],
    },
    Tenancy: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        name: {
          type: 'string',
        },
        description: {
          type: 'string',
        },
        homeRegionKey: {
          type: 'string',
        },
        upiIdcsCompatibilityLayerEndpoint: {
          type: 'string',
        },
        freeformTags: {
          type: 'object',
          additionalProperties: {
            type: 'string',
          },
        },
        definedTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: [],
    },
    AvailabilityDomain: {
      type: 'object',
      properties: {
        name: {
          type: 'string',
        },
        id: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
      },
      required: [],
    },
    RegionSubscription: {
      type: 'object',
      properties: {
        regionKey: {
          type: 'string',
        },
        regionName: {
          type: 'string',
        },
        status: {
          type: 'string',
          enum: ['READY', 'IN_PROGRESS'],
        },
        isHomeRegion: {
          type: 'boolean',
        },
      },
      required: ['regionKey', 'regionName', 'status', 'isHomeRegion'],
    },
    Region: {
      type: 'object',
      properties: {
        key: {
          type: 'string',
        },
        name: {
          type: 'string',
        },
      },
      required: [],
    },
  },
}
