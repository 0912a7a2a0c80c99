// Generated from data/ by scripts/generate.ts; change the data, then run `pnpm generate`.

/** JSON Schemas (draft 07) of the models of delegate-access-control. */
export const schemas = {
  $id: 'delegate-access-control',
  definitions: {
    ApproveDelegatedResourceAccessRequestDetails: {
      type: 'object',
      properties: {
        approverComment: {
          type: 'string',
          maxLength: 4000,
        },
        additionalMessage: {
          type: 'string',
          maxLength: 4000,
        },
        timeApprovedForAccess: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: [],
    },
    ChangeDelegationControlCompartmentDetails: {
      type: 'object',
      properties: {
        compartmentId: {
          type: 'string',
        },
      },
      required: [],
    },
    ChangeDelegationSubscriptionCompartmentDetails: {
      type: 'object',
      properties: {
        compartmentId: {
          type: 'string',
        },
      },
      required: [],
    },
    CreateDelegationControlDetails: {
      type: 'object',
      properties: {
        compartmentId: {
          type: 'string',
        },
        displayName: {
          type: 'string',
          minLength: 1,
          maxLength: 255,
        },
        description: {
          type: 'string',
          maxLength: 4000,
        },
        numApprovalsRequired: {
          type: 'integer',
          minimum: 1,
          maximum: 10,
        },
        preApprovedServiceProviderActionNames: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        delegationSubscriptionIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        isAutoApproveDuringMaintenance: {
          type: 'boolean',
        },
        resourceIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        resourceType: {
          type: 'string',
          enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
        },
        notificationTopicId: {
          type: 'string',
        },
        notificationMessageFormat: {
          type: 'string',
          enum: ['JSON', 'HTML'],
        },
        vaultId: {
          type: 'string',
        },
        vaultKeyId: {
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
      },
      required: [
        'compartmentId',
        'displayName',
        'delegationSubscriptionIds',
        'resourceIds',
        'resourceType',
        'notificationTopicId',
        'notificationMessageFormat',
      ],
    },
    CreateDelegationSubscriptionDetails: {
      type: 'object',
      properties: {
        compartmentId: {
          type: 'string',
        },
        serviceProviderId: {
          type: 'string',
        },
        description: {
          type: 'string',
          maxLength: 4000,
        },
        subscribedServiceType: {
          type: 'string',
          enum: ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
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
      required: ['compartmentId', 'serviceProviderId', 'subscribedServiceType'],
    },
    DelegatedResourceAccessRequestApprovalDetails: {
      type: 'object',
      properties: {
        approvalAction: {
          type: 'string',
          enum: ['APPROVE', 'REJECT'],
        },
        timeApprovedForAccess: {
          type: 'string',
          format: 'date-time',
        },
        approvalType: {
          type: 'string',
          enum: ['INITIAL', 'EXTENSION'],
        },
        approverComment: {
          type: 'string',
          maxLength: 4000,
        },
        approverId: {
          type: 'string',
        },
        approverAdditionalMessage: {
          type: 'string',
        },
        timeOfAction: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: ['approverComment'],
    },
    DelegatedResourceAccessRequestAuditLogReport: {
      type: 'object',
      properties: {
        report: {
          type: 'string',
        },
        processTree: {
          type: 'string',
        },
        auditReportStatus: {
          type: 'string',
          enum: ['NOTAVAILABLE', 'AVAILABLE', 'EXPIRED', 'FAILED'],
        },
        timeReportGenerated: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: ['auditReportStatus'],
    },
    DelegatedResourceAccessRequestHistoryCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/DelegatedResourceAccessRequestHistorySummary',
          },
        },
      },
      required: ['items'],
    },
    DelegatedResourceAccessRequestHistorySummary: {
      type: 'object',
      properties: {
        lifecycleState: {
          type: 'string',
        },
        requestStatus: {
          type: 'string',
          enum: [
            'CREATED',
            'APPROVAL_WAITING',
            'OPERATOR_ASSIGNMENT_WAITING',
            'PREAPPROVED',
            'APPROVED',
            'APPROVED_FOR_FUTURE',
            'REJECTED',
            'DEPLOYED',
            'DEPLOY_FAILED',
            'UNDEPLOYED',
            'UNDEPLOY_FAILED',
            'CLOSE_FAILED',
            'REVOKE_FAILED',
            'EXPIRY_FAILED',
            'REVOKING',
            'REVOKED',
            'EXTENDING',
            'EXTENDED',
            'EXTENSION_REJECTED',
            'EXTENSION_FAILED',
            'COMPLETING',
            'COMPLETED',
            'EXPIRED',
          ],
        },
        userId: {
          type: 'string',
        },
        comment: {
          type: 'string',
        },
        timestamp: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: [],
    },
    DelegatedResourceAccessRequestSummaryCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/DelegatedResourceAccessRequestSummary',
          },
        },
      },
      required: ['items'],
    },
    DelegatedResourceAccessRequestSummary: {
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
        ticketNumbers: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        reasonForRequest: {
          type: 'string',
        },
        timeAccessRequested: {
          type: 'string',
          format: 'date-time',
        },
        resourceId: {
          type: 'string',
        },
        resourceName: {
          type: 'string',
        },
        resourceType: {
          type: 'string',
          enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
        },
        requestedActionNames: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        requesterType: {
          type: 'string',
          enum: ['OPERATOR', 'CUSTOMER', 'SYSTEM'],
        },
        delegationControlId: {
          type: 'string',
        },
        severity: {
          type: 'string',
          enum: ['S1', 'S2', 'S3', 'S4'],
        },
        durationInHours: {
          type: 'integer',
        },
        extendDurationInHours: {
          type: 'integer',
        },
        isAutoApproved: {
          type: 'boolean',
        },
        lifecycleState: {
          type: 'string',
        },
        lifecycleStateDetails: {
          type: 'string',
        },
        requestStatus: {
          type: 'string',
          enum: [
            'CREATED',
            'APPROVAL_WAITING',
            'OPERATOR_ASSIGNMENT_WAITING',
            'PREAPPROVED',
            'APPROVED',
            'APPROVED_FOR_FUTURE',
            'REJECTED',
            'DEPLOYED',
            'DEPLOY_FAILED',
            'UNDEPLOYED',
            'UNDEPLOY_FAILED',
            'CLOSE_FAILED',
            'REVOKE_FAILED',
            'EXPIRY_FAILED',
            'REVOKING',
            'REVOKED',
            'EXTENDING',
            'EXTENDED',
            'EXTENSION_REJECTED',
            'EXTENSION_FAILED',
            'COMPLETING',
            'COMPLETED',
            'EXPIRED',
          ],
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        timeUpdated: {
          type: 'string',
          format: 'date-time',
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
        systemTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['id', 'compartmentId', 'reasonForRequest', 'resourceId', 'delegationControlId'],
    },
    DelegatedResourceAccessRequest: {
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
        ticketNumbers: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        reasonForRequest: {
          type: 'string',
        },
        description: {
          type: 'string',
        },
        timeAccessRequested: {
          type: 'string',
          format: 'date-time',
        },
        resourceId: {
          type: 'string',
        },
        resourceName: {
          type: 'string',
        },
        resourceType: {
          type: 'string',
          enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
        },
        requesterType: {
          type: 'string',
          enum: ['OPERATOR', 'CUSTOMER', 'SYSTEM'],
        },
        requestedActionNames: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        databaseNameList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        databaseIdList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        providedServiceTypes: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
          },
        },
        delegationSubscriptionIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        severity: {
          type: 'string',
          enum: ['S1', 'S2', 'S3', 'S4'],
        },
        durationInHours: {
          type: 'integer',
        },
        extendDurationInHours: {
          type: 'integer',
        },
        isAutoApproved: {
          type: 'boolean',
        },
        lifecycleState: {
          type: 'string',
          enum: [
            'ACCEPTED',
            'IN_PROGRESS',
            'WAITING',
            'FAILED',
            'SUCCEEDED',
            'CANCELING',
            'CANCELED',
            'NEEDS_ATTENTION',
          ],
        },
        lifecycleStateDetails: {
          type: 'string',
        },
        requestStatus: {
          type: 'string',
          enum: [
            'CREATED',
            'APPROVAL_WAITING',
            'OPERATOR_ASSIGNMENT_WAITING',
            'PREAPPROVED',
            'APPROVED',
            'APPROVED_FOR_FUTURE',
            'REJECTED',
            'DEPLOYED',
            'DEPLOY_FAILED',
            'UNDEPLOYED',
            'UNDEPLOY_FAILED',
            'CLOSE_FAILED',
            'REVOKE_FAILED',
            'EXPIRY_FAILED',
            'REVOKING',
            'REVOKED',
            'EXTENDING',
            'EXTENDED',
            'EXTENSION_REJECTED',
            'EXTENSION_FAILED',
            'COMPLETING',
            'COMPLETED',
            'EXPIRED',
          ],
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        timeUpdated: {
          type: 'string',
          format: 'date-time',
        },
        numInitialApprovals: {
          type: 'integer',
        },
        numExtensionApprovals: {
          type: 'integer',
        },
        approvalInfo: {
          type: 'array',
          items: {
            $ref: '#/definitions/DelegatedResourceAccessRequestApprovalDetails',
          },
        },
        closureComment: {
          type: 'string',
        },
        delegationControlId: {
          type: 'string',
        },
        auditTypes: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['COMMAND_AUDIT', 'COMMAND_KEYSTROKE_AUDIT'],
          },
        },
        isPendingMoreInfo: {
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
        systemTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['id', 'compartmentId', 'reasonForRequest', 'description', 'resourceId'],
    },
    DelegationControlResourceCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/DelegationControlResourceSummary',
          },
        },
      },
      required: ['items'],
    },
    DelegationControlResourceSummary: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        resourceStatus: {
          type: 'string',
          enum: [
            'CREATED',
            'APPLYING',
            'APPLIED',
            'APPLY_FAILED',
            'UPDATING',
            'UPDATE_FAILED',
            'DELETING',
            'DELETED',
            'DELETION_FAILED',
          ],
        },
      },
      required: [],
    },
    DelegationControlSummaryCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/DelegationControlSummary',
          },
        },
      },
      required: ['items'],
    },
    DelegationControlSummary: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        displayName: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        resourceType: {
          type: 'string',
          enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        timeUpdated: {
          type: 'string',
          format: 'date-time',
        },
        timeDeleted: {
          type: 'string',
          format: 'date-time',
        },
        lifecycleState: {
          type: 'string',
        },
        lifecycleStateDetails: {
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
        systemTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['id', 'displayName', 'compartmentId', 'resourceType'],
    },
    DelegationControl: {
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
        numApprovalsRequired: {
          type: 'integer',
        },
        preApprovedServiceProviderActionNames: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        delegationSubscriptionIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        isAutoApproveDuringMaintenance: {
          type: 'boolean',
        },
        resourceIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        resourceType: {
          type: 'string',
          enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
        },
        notificationTopicId: {
          type: 'string',
        },
        notificationMessageFormat: {
          type: 'string',
          enum: ['JSON', 'HTML'],
        },
        vaultId: {
          type: 'string',
        },
        vaultKeyId: {
          type: 'string',
        },
        lifecycleState: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED', 'NEEDS_ATTENTION'],
        },
        lifecycleStateDetails: {
          type: 'string',
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        timeUpdated: {
          type: 'string',
          format: 'date-time',
        },
        timeDeleted: {
          type: 'string',
          format: 'date-time',
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
        systemTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['id', 'compartmentId', 'displayName', 'resourceType'],
    },
    DelegationSubscriptionSummaryCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/DelegationSubscriptionSummary',
          },
        },
      },
      required: ['items'],
    },
    DelegationSubscriptionSummary: {
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
        serviceProviderId: {
          type: 'string',
        },
        subscribedServiceType: {
          type: 'string',
          enum: ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
        },
        lifecycleState: {
          type: 'string',
        },
        lifecycleStateDetails: {
          type: 'string',
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        timeUpdated: {
          type: 'string',
          format: 'date-time',
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
        systemTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['id', 'serviceProviderId', 'subscribedServiceType'],
    },
    DelegationSubscription: {
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
        serviceProviderId: {
          type: 'string',
        },
        description: {
          type: 'string',
        },
        subscribedServiceType: {
          type: 'string',
          enum: ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
        },
        lifecycleState: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'],
        },
        lifecycleStateDetails: {
          type: 'string',
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        timeUpdated: {
          type: 'string',
          format: 'date-time',
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
        systemTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['id', 'serviceProviderId', 'subscribedServiceType'],
    },
    RejectDelegatedResourceAccessRequestDetails: {
      type: 'object',
      properties: {
        approverComment: {
          type: 'string',
          maxLength: 4000,
        },
      },
      required: [],
    },
    RevokeDelegatedResourceAccessRequestDetails: {
      type: 'object',
      properties: {
        approverComment: {
          type: 'string',
          maxLength: 4000,
        },
      },
      required: [],
    },
    ServiceProviderActionProperties: {
      type: 'object',
      properties: {
        name: {
          type: 'string',
        },
        value: {
          type: 'string',
        },
      },
      required: [],
    },
    ServiceProviderActionSummaryCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/ServiceProviderActionSummary',
          },
        },
      },
      required: ['items'],
    },
    ServiceProviderActionSummary: {
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
        customerDisplayName: {
          type: 'string',
        },
        component: {
          type: 'string',
        },
        resourceType: {
          type: 'string',
          enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
        },
        isSshAccessAllowed: {
          type: 'boolean',
        },
        serviceProviderServiceTypes: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
          },
        },
        lifecycleState: {
          type: 'string',
        },
        description: {
          type: 'string',
        },
      },
      required: ['id', 'name'],
    },
    ServiceProviderAction: {
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
        customerDisplayName: {
          type: 'string',
        },
        component: {
          type: 'string',
        },
        resourceType: {
          type: 'string',
          enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
        },
        isSshAccessAllowed: {
          type: 'boolean',
        },
        serviceProviderServiceTypes: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
          },
        },
        lifecycleState: {
          type: 'string',
          enum: ['ACTIVE', 'INACTIVE'],
        },
        description: {
          type: 'string',
        },
        properties: {
          type: 'array',
          items: {
            $ref: '#/definitions/ServiceProviderActionProperties',
          },
        },
      },
      required: ['id', 'name'],
    },
    ServiceProviderInteractionCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/ServiceProviderInteractionSummary',
          },
        },
      },
      required: ['items'],
    },
    ServiceProviderInteractionRequestDetails: {
      type: 'object',
      properties: {
        moreInfoDetails: {
          type: 'string',
          maxLength: 4000,
        },
      },
      required: [],
    },
    ServiceProviderInteractionSummary: {
      type: 'object',
      properties: {
        messageIdentifier: {
          type: 'string',
        },
        userId: {
          type: 'string',
        },
        userName: {
          type: 'string',
        },
        message: {
          type: 'string',
        },
        userType: {
          type: 'string',
          enum: ['CUSTOMER', 'OPERATOR'],
        },
        timestamp: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: [],
    },
    ServiceProviderSummaryCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/ServiceProviderSummary',
          },
        },
      },
      required: ['items'],
    },
    ServiceProviderSummary: {
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
        serviceProviderType: {
          type: 'string',
        },
        serviceTypes: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
          },
        },
        supportedResourceTypes: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
          },
        },
        lifecycleState: {
          type: 'string',
        },
        lifecycleStateDetails: {
          type: 'string',
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        timeUpdated: {
          type: 'string',
          format: 'date-time',
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
        systemTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['id', 'name'],
    },
    ServiceProvider: {
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
        serviceProviderType: {
          type: 'string',
          enum: ['ORACLE_PROVIDED'],
        },
        serviceTypes: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
          },
        },
        supportedResourceTypes: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER'],
          },
        },
        lifecycleState: {
          type: 'string',
          enum: ['CREATING', 'ACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'],
        },
        lifecycleStateDetails: {
          type: 'string',
        },
        timeCreated: {
          type: 'string',
          format: 'date-time',
        },
        timeUpdated: {
          type: 'string',
          format: 'date-time',
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
        systemTags: {
          type: 'object',
          additionalProperties: {
            type: 'object',
          },
        },
      },
      required: ['id', 'name', 'serviceProviderType', 'serviceTypes', 'supportedResourceTypes'],
    },
    UpdateDelegationControlDetails: {
      type: 'object',
      properties: {
        displayName: {
          type: 'string',
          minLength: 1,
          maxLength: 255,
        },
        description: {
          type: 'string',
          maxLength: 4000,
        },
        numApprovalsRequired: {
          type: 'integer',
          minimum: 1,
          maximum: 10,
        },
        delegationSubscriptionIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        isAutoApproveDuringMaintenance: {
          type: 'boolean',
        },
        resourceIds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        preApprovedServiceProviderActionNames: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        notificationTopicId: {
          type: 'string',
        },
        notificationMessageFormat: {
          type: 'string',
          enum: ['JSON', 'HTML'],
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
    UpdateDelegationSubscriptionDetails: {
      type: 'object',
      properties: {
        description: {
          type: 'string',
          maxLength: 4000,
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
        metadata: {
          type: 'object',
          additionalProperties: {
            type: 'string',
          },
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
            'CREATE_DELEGATION_CONTROL',
            'UPDATE_DELEGATION_CONTROL',
            'DELETE_DELEGATION_CONTROL',
            'MOVE_DELEGATION_CONTROL',
            'CREATE_DELEGATED_RESOURCE_ACCESS_REQUEST',
            'APPROVE_DELEGATED_RESOURCE_ACCESS_REQUEST',
            'REJECT_DELEGATED_RESOURCE_ACCESS_REQUEST',
            'REVOKE_DELEGATED_RESOURCE_ACCESS_REQUEST',
            'CREATE_DELEGATION_SUBSCRIPTION',
            'UPDATE_DELEGATION_SUBSCRIPTION',
            'DELETE_DELEGATION_SUBSCRIPTION',
            'MOVE_DELEGATION_SUBSCRIPTION',
          ],
        },
        status: {
          type: 'string',
          enum: [
            'ACCEPTED',
            'IN_PROGRESS',
            'WAITING',
            'NEEDS_ATTENTION',
            'FAILED',
            'SUCCEEDED',
            'CANCELING',
            'CANCELED',
          ],
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
            'CREATE_DELEGATION_CONTROL',
            'UPDATE_DELEGATION_CONTROL',
            'DELETE_DELEGATION_CONTROL',
            'MOVE_DELEGATION_CONTROL',
            'CREATE_DELEGATED_RESOURCE_ACCESS_REQUEST',
            'APPROVE_DELEGATED_RESOURCE_ACCESS_REQUEST',
            'REJECT_DELEGATED_RESOURCE_ACCESS_REQUEST',
            'REVOKE_DELEGATED_RESOURCE_ACCESS_REQUEST',
            'CREATE_DELEGATION_SUBSCRIPTION',
            'UPDATE_DELEGATION_SUBSCRIPTION',
            'DELETE_DELEGATION_SUBSCRIPTION',
            'MOVE_DELEGATION_SUBSCRIPTION',
          ],
        },
        status: {
          type: 'string',
          enum: [
            'ACCEPTED',
            'IN_PROGRESS',
            'WAITING',
            'NEEDS_ATTENTION',
            'FAILED',
            'SUCCEEDED',
            'CANCELING',
            'CANCELED',
          ],
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
