// Generated from data/ by scripts/generate.ts; change the data, then run `pnpm generate`.

/** JSON Schemas (draft 07) of the models of desktops. */
export const schemas = {
  $id: 'desktops',
  definitions: {
    ChangeDesktopPoolCompartmentDetails: {
      type: 'object',
      properties: {
        compartmentId: {
          type: 'string',
        },
      },
      required: ['compartmentId'],
    },
    CreateDesktopPoolDesktopSessionLifecycleActions: {
      type: 'object',
      properties: {
        inactivity: {
          $ref: '#/definitions/InactivityConfig',
        },
        disconnect: {
          $ref: '#/definitions/DisconnectConfig',
        },
      },
      required: [],
    },
    CreateDesktopPoolDetails: {
      type: 'object',
      properties: {
        compartmentId: {
          type: 'string',
        },
        displayName: {
          type: 'string',
          minLength: 1,
          maxLength: 1024,
        },
        description: {
          type: 'string',
          maxLength: 1024,
        },
        maximumSize: {
          type: 'integer',
          minimum: 1,
        },
        standbySize: {
          type: 'integer',
          minimum: 0,
        },
        shapeName: {
          type: 'string',
        },
        shapeConfig: {
          $ref: '#/definitions/CreateDesktopPoolShapeConfigDetails',
        },
        useDedicatedVmHost: {
          type: 'string',
          enum: ['TRUE', 'FALSE', 'AUTO'],
        },
        isStorageEnabled: {
          type: 'boolean',
        },
        storageSizeInGBs: {
          type: 'integer',
          minimum: 0,
        },
        storageBackupPolicyId: {
          type: 'string',
        },
        devicePolicy: {
          $ref: '#/definitions/DesktopDevicePolicy',
        },
        availabilityPolicy: {
          $ref: '#/definitions/DesktopAvailabilityPolicy',
        },
        image: {
          $ref: '#/definitions/DesktopImage',
        },
        networkConfiguration: {
          $ref: '#/definitions/DesktopNetworkConfiguration',
        },
        sessionLifecycleActions: {
          $ref: '#/definitions/CreateDesktopPoolDesktopSessionLifecycleActions',
        },
        timeStartScheduled: {
          type: 'string',
          format: 'date-time',
        },
        timeStopScheduled: {
          type: 'string',
          format: 'date-time',
        },
        contactDetails: {
          type: 'string',
          maxLength: 1024,
        },
        arePrivilegedUsers: {
          type: 'boolean',
        },
        availabilityDomain: {
          type: 'string',
        },
        freeformTags: {
          type: 'object',
          additionalProperties: {
            type: 'string',
            maxLength: 256,
          },
          maxProperties: 10,
          propertyNames: {
            maxLength: 100,
          },
        },
        definedTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
        nsgIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        privateAccessDetails: {
          $ref: '#/definitions/CreateDesktopPoolPrivateAccessDetails',
        },
        securityAttributes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
        bootVolumeSizeInGBs: {
          type: 'integer',
          minimum: 50,
        },
      },
      required: [
        'compartmentId',
        'displayName',
        'maximumSize',
        'standbySize',
        'shapeName',
        'isStorageEnabled',
        'storageSizeInGBs',
        'storageBackupPolicyId',
        'devicePolicy',
        'availabilityPolicy',
        'image',
        'networkConfiguration',
        'contactDetails',
        'arePrivilegedUsers',
        'availabilityDomain',
      ],
    },
    CreateDesktopPoolPrivateAccessDetails: {
      type: 'object',
      properties: {
        subnetId: {
          type: 'string',
        },
        nsgIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        privateIp: {
          type: 'string',
        },
        securityAttributes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['subnetId'],
    },
    CreateDesktopPoolShapeConfigDetails: {
      type: 'object',
      properties: {
        ocpus: {
          type: 'integer',
          minimum: 1,
        },
        memoryInGBs: {
          type: 'integer',
          minimum: 1,
        },
        baselineOcpuUtilization: {
          type: 'string',
          enum: ['BASELINE_1_8', 'BASELINE_1_2', 'BASELINE_1_1'],
        },
      },
      required: [],
    },
    DesktopAction: {
      type: 'object',
      properties: {
        action: {
          type: 'string',
          enum: [
            'API_START',
            'API_STOP',
            'AVAILABILITY_START',
            'AVAILABILITY_STOP',
            'DISCONNECTED_STOP',
            'DISCONNECTED_DELETE',
            'SCHEDULED_START',
            'SCHEDULED_STOP',
            'SYNCHRONIZE',
            'CONNECTED',
            'DISCONNECTED',
          ],
        },
        timeApplied: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: ['action', 'timeApplied'],
    },
    DesktopAvailabilityPolicy: {
      type: 'object',
      properties: {
        startSchedule: {
          $ref: '#/definitions/DesktopSchedule',
        },
        stopSchedule: {
          $ref: '#/definitions/DesktopSchedule',
        },
      },
      required: [],
    },
    DesktopCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/DesktopSummary',
          },
        },
      },
      required: ['items'],
    },
    DesktopConnection: {
      type: 'object',
      properties: {
        timeConnected: {
          type: 'string',
          format: 'date-time',
        },
        timeDisconnected: {
          type: 'string',
          format: 'date-time',
        },
        nextAction: {
          $ref: '#/definitions/DesktopAction',
        },
        lastAction: {
          $ref: '#/definitions/DesktopAction',
        },
        clientType: {
          type: 'string',
        },
        clientVersion: {
          type: 'string',
        },
        clientPlatform: {
          type: 'string',
        },
      },
      required: [],
    },
    DesktopDevicePolicy: {
      type: 'object',
      properties: {
        clipboardMode: {
          type: 'string',
          enum: ['NONE', 'TODESKTOP', 'FROMDESKTOP', 'FULL'],
        },
        audioMode: {
          type: 'string',
          enum: ['NONE', 'TODESKTOP', 'FROMDESKTOP', 'FULL'],
        },
        cdmMode: {
          type: 'string',
          enum: ['NONE', 'READONLY', 'FULL'],
        },
        isPrintingEnabled: {
          type: 'boolean',
        },
        isPointerEnabled: {
          type: 'boolean',
        },
        isKeyboardEnabled: {
          type: 'boolean',
        },
        isDisplayEnabled: {
          type: 'boolean',
        },
        isVideoInputEnabled: {
          type: 'boolean',
        },
      },
      required: [
        'clipboardMode',
        'audioMode',
        'cdmMode',
        'isPrintingEnabled',
        'isPointerEnabled',
        'isKeyboardEnabled',
        'isDisplayEnabled',
      ],
    },
    DesktopImage: {
      type: 'object',
      properties: {
        imageId: {
          type: 'string',
        },
        imageName: {
          type: 'string',
        },
        operatingSystem: {
          type: 'string',
        },
      },
      required: ['imageId', 'imageName'],
    },
    DesktopNetworkConfiguration: {
      type: 'object',
      properties: {
        vcnId: {
          type: 'string',
        },
        subnetId: {
          type: 'string',
        },
        securityAttributes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['vcnId', 'subnetId'],
    },
    DesktopPoolCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/DesktopPoolSummary',
          },
        },
      },
      required: ['items'],
    },
    DesktopPoolDesktopCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/DesktopPoolDesktopSummary',
          },
        },
      },
      required: ['items'],
    },
    DesktopPoolDesktopSummary: {
      type: 'object',
      properties: {
        lifecycleState: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'INACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'],
        },
        instanceId: {
          type: 'string',
        },
        userName: {
          type: 'string',
        },
        desktopId: {
          type: 'string',
        },
        isAssigned: {
          type: 'boolean',
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        image: {
          $ref: '#/definitions/DesktopImage',
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
        connection: {
          $ref: '#/definitions/DesktopConnection',
        },
      },
      required: ['lifecycleState', 'instanceId', 'desktopId', 'isAssigned', 'timeCreated'],
    },
    DesktopPoolPrivateAccessDetails: {
      type: 'object',
      properties: {
        vcnId: {
          type: 'string',
        },
        endpointFqdn: {
          type: 'string',
        },
        subnetId: {
          type: 'string',
        },
        nsgIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        privateIp: {
          type: 'string',
        },
        securityAttributes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['vcnId', 'subnetId'],
    },
    DesktopPoolShapeConfig: {
      type: 'object',
      properties: {
        ocpus: {
          type: 'integer',
        },
        memoryInGBs: {
          type: 'integer',
        },
        baselineOcpuUtilization: {
          type: 'string',
          enum: ['BASELINE_1_8', 'BASELINE_1_2', 'BASELINE_1_1'],
        },
      },
      required: [],
    },
    DesktopPoolSummary: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        displayName: {
          type: 'string',
        },
        lifecycleState: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'INACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'],
        },
        maximumSize: {
          type: 'integer',
        },
        activeDesktops: {
          type: 'integer',
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
        securityAttributes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
        contactDetails: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: [
        'id',
        'displayName',
        'lifecycleState',
        'maximumSize',
        'contactDetails',
        'compartmentId',
        'timeCreated',
      ],
    },
    DesktopPoolVolumeCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/DesktopPoolVolumeSummary',
          },
        },
      },
      required: ['items'],
    },
    DesktopPoolVolumeSummary: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        name: {
          type: 'string',
        },
        lifecycleState: {
          type: 'string',
          enum: ['ACTIVE', 'INACTIVE'],
        },
        userName: {
          type: 'string',
        },
        poolId: {
          type: 'string',
        },
        availabilityDomain: {
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
      required: ['id', 'name', 'lifecycleState', 'userName', 'availabilityDomain'],
    },
    DesktopPool: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        displayName: {
          type: 'string',
        },
        description: {
          type: 'string',
        },
        lifecycleState: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'INACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'],
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        maximumSize: {
          type: 'integer',
        },
        standbySize: {
          type: 'integer',
        },
        shapeName: {
          type: 'string',
        },
        shapeConfig: {
          $ref: '#/definitions/DesktopPoolShapeConfig',
        },
        useDedicatedVmHost: {
          type: 'string',
          enum: ['TRUE', 'FALSE', 'AUTO'],
        },
        isStorageEnabled: {
          type: 'boolean',
        },
        storageSizeInGBs: {
          type: 'integer',
        },
        storageBackupPolicyId: {
          type: 'string',
        },
        devicePolicy: {
          $ref: '#/definitions/DesktopDevicePolicy',
        },
        availabilityPolicy: {
          $ref: '#/definitions/DesktopAvailabilityPolicy',
        },
        image: {
          $ref: '#/definitions/DesktopImage',
        },
        networkConfiguration: {
          $ref: '#/definitions/DesktopNetworkConfiguration',
        },
        sessionLifecycleActions: {
          $ref: '#/definitions/DesktopSessionLifecycleActions',
        },
        timeStartScheduled: {
          type: 'string',
          format: 'date-time',
        },
        timeStopScheduled: {
          type: 'string',
          format: 'date-time',
        },
        contactDetails: {
          type: 'string',
        },
        arePrivilegedUsers: {
          type: 'boolean',
        },
        availabilityDomain: {
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
        securityAttributes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
        nsgIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        privateAccessDetails: {
          $ref: '#/definitions/DesktopPoolPrivateAccessDetails',
        },
        bootVolumeSizeInGBs: {
          type: 'integer',
        },
      },
      required: [
        'id',
        'compartmentId',
        'displayName',
        'lifecycleState',
        'timeCreated',
        'maximumSize',
        'standbySize',
        'shapeName',
        'isStorageEnabled',
        'storageSizeInGBs',
        'storageBackupPolicyId',
        'devicePolicy',
        'availabilityPolicy',
        'image',
        'networkConfiguration',
        'contactDetails',
        'arePrivilegedUsers',
        'availabilityDomain',
      ],
    },
    DesktopSchedule: {
      type: 'object',
      properties: {
        cronExpression: {
          type: 'string',
        },
        timezone: {
          type: 'string',
        },
      },
      required: ['cronExpression', 'timezone'],
    },
    DesktopSessionLifecycleActions: {
      type: 'object',
      properties: {
        inactivity: {
          $ref: '#/definitions/InactivityConfig',
        },
        disconnect: {
          $ref: '#/definitions/DisconnectConfig',
        },
      },
      required: [],
    },
    DesktopSummary: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        lifecycleState: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'INACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'],
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        displayName: {
          type: 'string',
        },
        userName: {
          type: 'string',
        },
        poolId: {
          type: 'string',
        },
        image: {
          $ref: '#/definitions/DesktopImage',
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
        connection: {
          $ref: '#/definitions/DesktopConnection',
        },
      },
      required: ['id', 'lifecycleState', 'timeCreated', 'displayName', 'userName', 'poolId'],
    },
    Desktop: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        lifecycleState: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'INACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'],
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        displayName: {
          type: 'string',
        },
        devicePolicy: {
          $ref: '#/definitions/DesktopDevicePolicy',
        },
        hostingOptions: {
          $ref: '#/definitions/HostingOptions',
        },
        userName: {
          type: 'string',
        },
        poolId: {
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
        connection: {
          $ref: '#/definitions/DesktopConnection',
        },
      },
      required: [
        'id',
        'lifecycleState',
        'timeCreated',
        'displayName',
        'devicePolicy',
        'hostingOptions',
        'userName',
        'poolId',
      ],
    },
    DisconnectConfig: {
      type: 'object',
      properties: {
        action: {
          type: 'string',
          enum: ['NONE', 'STOP', 'DELETE'],
        },
        gracePeriodInMinutes: {
          type: 'integer',
          minimum: 0,
        },
      },
      required: ['action'],
    },
    HostingOptions: {
      type: 'object',
      properties: {
        image: {
          $ref: '#/definitions/DesktopImage',
        },
        connectAddress: {
          type: 'string',
        },
      },
      required: ['image', 'connectAddress'],
    },
    InactivityConfig: {
      type: 'object',
      properties: {
        action: {
          type: 'string',
          enum: ['NONE', 'DISCONNECT'],
        },
        gracePeriodInMinutes: {
          type: 'integer',
          minimum: 0,
        },
      },
      required: ['action'],
    },
    UpdateDesktopDetails: {
      type: 'object',
      properties: {
        displayName: {
          type: 'string',
          minLength: 1,
          maxLength: 1024,
        },
        freeformTags: {
          type: 'object',
          additionalProperties: {
            type: 'string',
            maxLength: 256,
          },
          maxProperties: 10,
          propertyNames: {
            maxLength: 100,
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
    UpdateDesktopImage: {
      type: 'object',
      properties: {
        imageId: {
          type: 'string',
        },
      },
      required: ['imageId'],
    },
    UpdateDesktopNetworkConfiguration: {
      type: 'object',
      properties: {
        securityAttributes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: [],
    },
    UpdateDesktopPoolDesktopSessionLifecycleActions: {
      type: 'object',
      properties: {
        inactivity: {
          $ref: '#/definitions/InactivityConfig',
        },
        disconnect: {
          $ref: '#/definitions/DisconnectConfig',
        },
      },
      required: [],
    },
    UpdateDesktopPoolDetails: {
      type: 'object',
      properties: {
        displayName: {
          type: 'string',
          minLength: 1,
          maxLength: 1024,
        },
        description: {
          type: 'string',
          maxLength: 1024,
        },
        maximumSize: {
          type: 'integer',
          minimum: 1,
        },
        standbySize: {
          type: 'integer',
          minimum: 0,
        },
        devicePolicy: {
          $ref: '#/definitions/DesktopDevicePolicy',
        },
        availabilityPolicy: {
          $ref: '#/definitions/DesktopAvailabilityPolicy',
        },
        contactDetails: {
          type: 'string',
          maxLength: 1024,
        },
        timeStartScheduled: {
          type: 'string',
          format: 'date-time',
        },
        timeStopScheduled: {
          type: 'string',
          format: 'date-time',
        },
        freeformTags: {
          type: 'object',
          additionalProperties: {
            type: 'string',
            maxLength: 256,
          },
          maxProperties: 10,
          propertyNames: {
            maxLength: 100,
          },
        },
        definedTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
        sessionLifecycleActions: {
          $ref: '#/definitions/UpdateDesktopPoolDesktopSessionLifecycleActions',
        },
        image: {
          $ref: '#/definitions/UpdateDesktopImage',
        },
        networkConfiguration: {
          $ref: '#/definitions/UpdateDesktopNetworkConfiguration',
        },
        privateAccessDetails: {
          $ref: '#/definitions/UpdateDesktopPoolPrivateAccessDetails',
        },
        securityAttributes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
        bootVolumeSizeInGBs: {
          type: 'integer',
          minimum: 50,
        },
      },
      required: [],
    },
    UpdateDesktopPoolPrivateAccessDetails: {
      type: 'object',
      properties: {
        securityAttributes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: [],
    },
    WorkRequestErrorCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/WorkRequestError',
          },
        },
      },
      required: ['items'],
    },
    WorkRequestError: {
      type: 'object',
      properties: {
        code: {
          type: 'string',
        },
        message: {
          type: 'string',
        },
        timestamp: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: ['code', 'message', 'timestamp'],
    },
    WorkRequestLogEntryCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/WorkRequestLogEntry',
          },
        },
      },
      required: ['items'],
    },
    WorkRequestLogEntry: {
      type: 'object',
      properties: {
        message: {
          type: 'string',
        },
        timestamp: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: ['message', 'timestamp'],
    },
    WorkRequestResource: {
      type: 'object',
      properties: {
        entityType: {
          type: 'string',
        },
        actionType: {
          type: 'string',
          enum: ['CREATED', 'UPDATED', 'DELETED', 'IN_PROGRESS', 'RELATED', 'FAILED'],
        },
        identifier: {
          type: 'string',
        },
        entityUri: {
          type: 'string',
        },
      },
      required: ['entityType', 'actionType', 'identifier'],
    },
    WorkRequestSummaryCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/WorkRequestSummary',
          },
        },
      },
      required: ['items'],
    },
    WorkRequestSummary: {
      type: 'object',
      properties: {
        operationType: {
          type: 'string',
          enum: [
            'CREATE_DESKTOP_POOL',
            'UPDATE_DESKTOP_POOL',
            'DELETE_DESKTOP_POOL',
            'MOVE_DESKTOP_POOL',
            'START_DESKTOP_POOL',
            'STOP_DESKTOP_POOL',
            'DELETE_DESKTOP',
            'UPDATE_DESKTOP',
            'START_DESKTOP',
            'STOP_DESKTOP',
          ],
        },
        status: {
          type: 'string',
          enum: ['ACCEPTED', 'IN_PROGRESS', 'WAITING', 'FAILED', 'SUCCEEDED', 'CANCELING', 'CANCELED'],
        },
        id: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        resources: {
          type: 'array',
          items: {
            $ref: '#/definitions/WorkRequestResource',
          },
        },
        percentComplete: {
          type: 'number',
        },
        timeAccepted: {
          type: 'string',
          format: 'date-time',
        },
        timeStarted: {
          type: 'string',
          format: 'date-time',
        },
        timeFinished: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: ['operationType', 'status', 'id', 'compartmentId', 'resources', 'percentComplete', 'timeAccepted'],
    },
    WorkRequest: {
      type: 'object',
      properties: {
        operationType: {
          type: 'string',
          enum: [
            'CREATE_DESKTOP_POOL',
            'UPDATE_DESKTOP_POOL',
            'DELETE_DESKTOP_POOL',
            'MOVE_DESKTOP_POOL',
            'START_DESKTOP_POOL',
            'STOP_DESKTOP_POOL',
            'DELETE_DESKTOP',
            'UPDATE_DESKTOP',
            'START_DESKTOP',
            'STOP_DESKTOP',
          ],
        },
        status: {
          type: 'string',
          enum: ['ACCEPTED', 'IN_PROGRESS', 'WAITING', 'FAILED', 'SUCCEEDED', 'CANCELING', 'CANCELED'],
        },
        id: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        resources: {
          type: 'array',
          items: {
            $ref: '#/definitions/WorkRequestResource',
          },
        },
        percentComplete: {
          type: 'number',
        },
        timeAccepted: {
          type: 'string',
          format: 'date-time',
        },
        timeStarted: {
          type: 'string',
          format: 'date-time',
        },
        timeFinished: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: ['operationType', 'status', 'id', 'compartmentId', 'resources', 'percentComplete', 'timeAccepted'],
    },
  },
}
