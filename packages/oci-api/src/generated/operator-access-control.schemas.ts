// Generated from data/ by scripts/generate.ts; change the data, then run `pnpm generate`.

/** JSON Schemas (draft 07) of the models of operator-access-control. */
export const schemas = {
  $id: 'operator-access-control',
  definitions: {
    AccessRequestCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/AccessRequestSummary',
          },
        },
      },
      required: ['items'],
    },
    AccessRequestHistoryCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/AccessRequestHistorySummary',
          },
        },
      },
      required: ['items'],
    },
    AccessRequestHistorySummary: {
      type: 'object',
      properties: {
        lifecycleState: {
          type: 'string',
          enum: [
            'CREATED',
            'APPROVALWAITING',
            'PREAPPROVED',
            'APPROVED',
            'MOREINFO',
            'REJECTED',
            'DEPLOYED',
            'DEPLOYFAILED',
            'UNDEPLOYED',
            'UNDEPLOYFAILED',
            'CLOSEFAILED',
            'REVOKEFAILED',
            'EXPIRYFAILED',
            'REVOKING',
            'REVOKED',
            'EXTENDING',
            'EXTENDED',
            'EXTENSIONREJECTED',
            'COMPLETING',
            'COMPLETED',
            'EXPIRED',
            'APPROVEDFORFUTURE',
            'INREVIEW',
          ],
        },
        userId: {
          type: 'string',
        },
        description: {
          type: 'string',
        },
        duration: {
          type: 'integer',
        },
        isAutoApproved: {
          type: 'boolean',
        },
        actionsList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        timeOfAction: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: [],
    },
    AccessRequestSummary: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        requestId: {
          type: 'string',
        },
        accessReasonSummary: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        resourceId: {
          type: 'string',
        },
        resourceName: {
          type: 'string',
        },
        subResourceList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        resourceType: {
          type: 'string',
          enum: [
            'EXACC',
            'EXADATAINFRASTRUCTURE',
            'AUTONOMOUSVMCLUSTER',
            'CLOUDAUTONOMOUSVMCLUSTER',
            'CCCINFRASTRUCTURE',
            'CLOUDEXADATAINFRASTRUCTURE',
          ],
        },
        actionRequestsList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        lifecycleState: {
          type: 'string',
          enum: [
            'CREATED',
            'APPROVALWAITING',
            'PREAPPROVED',
            'APPROVED',
            'MOREINFO',
            'REJECTED',
            'DEPLOYED',
            'DEPLOYFAILED',
            'UNDEPLOYED',
            'UNDEPLOYFAILED',
            'CLOSEFAILED',
            'REVOKEFAILED',
            'EXPIRYFAILED',
            'REVOKING',
            'REVOKED',
            'EXTENDING',
            'EXTENDED',
            'EXTENSIONREJECTED',
            'COMPLETING',
            'COMPLETED',
            'EXPIRED',
            'APPROVEDFORFUTURE',
            'INREVIEW',
          ],
        },
        lifecycleDetails: {
          type: 'string',
        },
        timeOfCreation: {
          type: 'string',
          format: 'date-time',
        },
        timeOfModification: {
          type: 'string',
          format: 'date-time',
        },
        timeOfUserCreation: {
          type: 'string',
          format: 'date-time',
        },
        duration: {
          type: 'integer',
        },
        extendDuration: {
          type: 'integer',
        },
        severity: {
          type: 'string',
          enum: ['S1', 'S2', 'S3', 'S4'],
        },
        isAutoApproved: {
          type: 'boolean',
        },
        timeRequestedForFutureAccess: {
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
      },
      required: ['id', 'accessReasonSummary', 'resourceId'],
    },
    AccessRequest: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        requestId: {
          type: 'string',
        },
        accessReasonSummary: {
          type: 'string',
        },
        operatorId: {
          type: 'string',
        },
        resourceId: {
          type: 'string',
        },
        resourceName: {
          type: 'string',
        },
        subResourceList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        compartmentId: {
          type: 'string',
        },
        resourceType: {
          type: 'string',
          enum: [
            'EXACC',
            'EXADATAINFRASTRUCTURE',
            'AUTONOMOUSVMCLUSTER',
            'CLOUDAUTONOMOUSVMCLUSTER',
            'CCCINFRASTRUCTURE',
            'CLOUDEXADATAINFRASTRUCTURE',
          ],
        },
        actionRequestsList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        reason: {
          type: 'string',
        },
        severity: {
          type: 'string',
          enum: ['S1', 'S2', 'S3', 'S4'],
        },
        duration: {
          type: 'integer',
        },
        extendDuration: {
          type: 'integer',
        },
        workflowId: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        isAutoApproved: {
          type: 'boolean',
        },
        lifecycleState: {
          type: 'string',
          enum: [
            'CREATED',
            'APPROVALWAITING',
            'PREAPPROVED',
            'APPROVED',
            'MOREINFO',
            'REJECTED',
            'DEPLOYED',
            'DEPLOYFAILED',
            'UNDEPLOYED',
            'UNDEPLOYFAILED',
            'CLOSEFAILED',
            'REVOKEFAILED',
            'EXPIRYFAILED',
            'REVOKING',
            'REVOKED',
            'EXTENDING',
            'EXTENDED',
            'EXTENSIONREJECTED',
            'COMPLETING',
            'COMPLETED',
            'EXPIRED',
            'APPROVEDFORFUTURE',
            'INREVIEW',
          ],
        },
        lifecycleDetails: {
          type: 'string',
        },
        timeOfCreation: {
          type: 'string',
          format: 'date-time',
        },
        timeOfModification: {
          type: 'string',
          format: 'date-time',
        },
        timeOfUserCreation: {
          type: 'string',
          format: 'date-time',
        },
        userId: {
          type: 'string',
        },
        approverComment: {
          type: 'string',
        },
        closureComment: {
          type: 'string',
        },
        opctlId: {
          type: 'string',
        },
        opctlName: {
          type: 'string',
        },
        systemMessage: {
          type: 'string',
        },
        opctlAdditionalMessage: {
          type: 'string',
        },
        auditType: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        numberOfApproversRequired: {
          type: 'integer',
        },
        numberOfApprovers: {
          type: 'integer',
        },
        numberOfExtensionApprovers: {
          type: 'integer',
        },
        approverDetails: {
          type: 'array',
          items: {
            $ref: '#/definitions/ApproverDetail',
          },
        },
        extensionApproverDetails: {
          type: 'array',
          items: {
            $ref: '#/definitions/ApproverDetail',
          },
        },
        isValidateAssignment: {
          type: 'boolean',
        },
        timeRequestedForFutureAccess: {
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
      },
      required: ['id', 'accessReasonSummary', 'resourceId'],
    },
    ApproveAccessRequestDetails: {
      type: 'object',
      properties: {
        approverComment: {
          type: 'string',
          maxLength: 4000,
        },
        auditType: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        additionalMessage: {
          type: 'string',
          maxLength: 4000,
        },
        timeOfUserCreation: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: [],
    },
    ApproverDetail: {
      type: 'object',
      properties: {
        approverId: {
          type: 'string',
        },
        approvalAction: {
          type: 'string',
        },
        approvalComment: {
          type: 'string',
        },
        approvalAdditionalMessage: {
          type: 'string',
        },
        timeOfAuthorization: {
          type: 'string',
          format: 'date-time',
        },
        timeApprovedForAccess: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: [],
    },
    AssignmentValidationStatus: {
      type: 'object',
      properties: {
        executionId: {
          type: 'string',
        },
        userId: {
          type: 'string',
        },
        accessRequestId: {
          type: 'string',
        },
        errorMessage: {
          type: 'string',
        },
        executionStatus: {
          type: 'string',
          enum: ['PROGRESS', 'SUCCESS', 'FAILED'],
        },
        statusDetail: {
          type: 'array',
          items: {
            $ref: '#/definitions/StatusDetail',
          },
        },
        timeOfValidationStart: {
          type: 'string',
          format: 'date-time',
        },
        timeOfValidationFinish: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: ['executionId', 'executionStatus'],
    },
    AuditLogReport: {
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
        timeOfReportGeneration: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: ['auditReportStatus'],
    },
    ChangeOperatorControlAssignmentCompartmentDetails: {
      type: 'object',
      properties: {
        compartmentId: {
          type: 'string',
        },
      },
      required: [],
    },
    ChangeOperatorControlCompartmentDetails: {
      type: 'object',
      properties: {
        compartmentId: {
          type: 'string',
        },
      },
      required: [],
    },
    CreateOperatorControlAssignmentDetails: {
      type: 'object',
      properties: {
        operatorControlId: {
          type: 'string',
        },
        resourceId: {
          type: 'string',
        },
        resourceName: {
          type: 'string',
        },
        resourceType: {
          type: 'string',
          enum: [
            'EXACC',
            'EXADATAINFRASTRUCTURE',
            'AUTONOMOUSVMCLUSTER',
            'CLOUDAUTONOMOUSVMCLUSTER',
            'CCCINFRASTRUCTURE',
            'CLOUDEXADATAINFRASTRUCTURE',
          ],
        },
        resourceCompartmentId: {
          type: 'string',
        },
        timeAssignmentFrom: {
          type: 'string',
          format: 'date-time',
        },
        timeAssignmentTo: {
          type: 'string',
          format: 'date-time',
        },
        compartmentId: {
          type: 'string',
        },
        isEnforcedAlways: {
          type: 'boolean',
        },
        comment: {
          type: 'string',
        },
        isLogForwarded: {
          type: 'boolean',
        },
        remoteSyslogServerAddress: {
          type: 'string',
        },
        remoteSyslogServerPort: {
          type: 'integer',
          minimum: 0,
          maximum: 65535,
        },
        remoteSyslogServerCACert: {
          type: 'string',
        },
        isHypervisorLogForwarded: {
          type: 'boolean',
        },
        isAutoApproveDuringMaintenance: {
          type: 'boolean',
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
        'operatorControlId',
        'resourceId',
        'resourceName',
        'resourceType',
        'resourceCompartmentId',
        'compartmentId',
        'isEnforcedAlways',
      ],
    },
    CreateOperatorControlDetails: {
      type: 'object',
      properties: {
        operatorControlName: {
          type: 'string',
          minLength: 1,
          maxLength: 255,
        },
        description: {
          type: 'string',
          maxLength: 4000,
        },
        approversList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        approverGroupsList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        preApprovedOpActionList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        isFullyPreApproved: {
          type: 'boolean',
        },
        resourceType: {
          type: 'string',
          enum: [
            'EXACC',
            'EXADATAINFRASTRUCTURE',
            'AUTONOMOUSVMCLUSTER',
            'CLOUDAUTONOMOUSVMCLUSTER',
            'CCCINFRASTRUCTURE',
            'CLOUDEXADATAINFRASTRUCTURE',
          ],
        },
        numberOfApprovers: {
          type: 'integer',
          minimum: 1,
          maximum: 10,
        },
        notificationTopicId: {
          type: 'string',
        },
        emailIdList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        systemMessage: {
          type: 'string',
        },
        compartmentId: {
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
      required: ['operatorControlName', 'approverGroupsList', 'isFullyPreApproved', 'resourceType', 'compartmentId'],
    },
    InteractionCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/InteractionSummary',
          },
        },
      },
      required: ['items'],
    },
    InteractionRequestDetails: {
      type: 'object',
      properties: {
        moreInfoDetails: {
          type: 'string',
          maxLength: 4000,
        },
      },
      required: [],
    },
    InteractionSummary: {
      type: 'object',
      properties: {
        id: {
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
        },
        timeOfConversation: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: [],
    },
    OperatorActionCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/OperatorActionSummary',
          },
        },
      },
      required: ['items'],
    },
    OperatorActionProperties: {
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
    OperatorActionSummary: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        name: {
          type: 'string',
        },
        component: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        resourceType: {
          type: 'string',
          enum: [
            'EXACC',
            'EXADATAINFRASTRUCTURE',
            'AUTONOMOUSVMCLUSTER',
            'CLOUDAUTONOMOUSVMCLUSTER',
            'CCCINFRASTRUCTURE',
            'CLOUDEXADATAINFRASTRUCTURE',
          ],
        },
        lifecycleState: {
          type: 'string',
          enum: ['ACTIVE', 'INACTIVE'],
        },
        description: {
          type: 'string',
        },
      },
      required: ['id', 'name'],
    },
    OperatorAction: {
      type: 'object',
      properties: {
        id: {
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
          enum: [
            'EXACC',
            'EXADATAINFRASTRUCTURE',
            'AUTONOMOUSVMCLUSTER',
            'CLOUDAUTONOMOUSVMCLUSTER',
            'CCCINFRASTRUCTURE',
            'CLOUDEXADATAINFRASTRUCTURE',
          ],
        },
        description: {
          type: 'string',
        },
        properties: {
          type: 'array',
          items: {
            $ref: '#/definitions/OperatorActionProperties',
          },
        },
      },
      required: ['id', 'name'],
    },
    OperatorControlAssignmentCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/OperatorControlAssignmentSummary',
          },
        },
      },
      required: ['items'],
    },
    OperatorControlAssignmentSummary: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        operatorControlId: {
          type: 'string',
        },
        resourceId: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        resourceType: {
          type: 'string',
          enum: [
            'EXACC',
            'EXADATAINFRASTRUCTURE',
            'AUTONOMOUSVMCLUSTER',
            'CLOUDAUTONOMOUSVMCLUSTER',
            'CCCINFRASTRUCTURE',
            'CLOUDEXADATAINFRASTRUCTURE',
          ],
        },
        resourceName: {
          type: 'string',
        },
        opControlName: {
          type: 'string',
        },
        timeAssignmentFrom: {
          type: 'string',
          format: 'date-time',
        },
        timeAssignmentTo: {
          type: 'string',
          format: 'date-time',
        },
        isEnforcedAlways: {
          type: 'boolean',
        },
        timeOfAssignment: {
          type: 'string',
          format: 'date-time',
        },
        errorCode: {
          type: 'integer',
        },
        errorMessage: {
          type: 'string',
        },
        isLogForwarded: {
          type: 'boolean',
        },
        remoteSyslogServerAddress: {
          type: 'string',
        },
        remoteSyslogServerPort: {
          type: 'integer',
        },
        isHypervisorLogForwarded: {
          type: 'boolean',
        },
        lifecycleState: {
          type: 'string',
          enum: [
            'CREATED',
            'APPLIED',
            'APPLYFAILED',
            'UPDATING',
            'UPDATEFAILED',
            'DELETING',
            'DELETED',
            'DELETIONFAILED',
            'CUSTOMERASSIGNED',
          ],
        },
        lifecycleDetails: {
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
      required: ['id', 'operatorControlId', 'resourceId', 'compartmentId'],
    },
    OperatorControlAssignment: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        operatorControlId: {
          type: 'string',
        },
        resourceId: {
          type: 'string',
        },
        resourceName: {
          type: 'string',
        },
        resourceCompartmentId: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        resourceType: {
          type: 'string',
          enum: [
            'EXACC',
            'EXADATAINFRASTRUCTURE',
            'AUTONOMOUSVMCLUSTER',
            'CLOUDAUTONOMOUSVMCLUSTER',
            'CCCINFRASTRUCTURE',
            'CLOUDEXADATAINFRASTRUCTURE',
          ],
        },
        timeAssignmentFrom: {
          type: 'string',
          format: 'date-time',
        },
        timeAssignmentTo: {
          type: 'string',
          format: 'date-time',
        },
        isEnforcedAlways: {
          type: 'boolean',
        },
        lifecycleState: {
          type: 'string',
          enum: [
            'CREATED',
            'APPLIED',
            'APPLYFAILED',
            'UPDATING',
            'UPDATEFAILED',
            'DELETING',
            'DELETED',
            'DELETIONFAILED',
            'CUSTOMERASSIGNED',
          ],
        },
        lifecycleDetails: {
          type: 'string',
        },
        assignerId: {
          type: 'string',
        },
        timeOfAssignment: {
          type: 'string',
          format: 'date-time',
        },
        comment: {
          type: 'string',
        },
        unassignerId: {
          type: 'string',
        },
        timeOfDeletion: {
          type: 'string',
          format: 'date-time',
        },
        detachmentDescription: {
          type: 'string',
        },
        isLogForwarded: {
          type: 'boolean',
        },
        remoteSyslogServerAddress: {
          type: 'string',
        },
        remoteSyslogServerPort: {
          type: 'integer',
        },
        remoteSyslogServerCACert: {
          type: 'string',
        },
        isHypervisorLogForwarded: {
          type: 'boolean',
        },
        opControlName: {
          type: 'string',
        },
        isAutoApproveDuringMaintenance: {
          type: 'boolean',
        },
        errorCode: {
          type: 'integer',
        },
        errorMessage: {
          type: 'string',
        },
        isDefaultAssignment: {
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
      required: ['id', 'operatorControlId', 'resourceId', 'resourceName'],
    },
    OperatorControlCollection: {
      type: 'object',
      properties: {
        items: {
          type: 'array',
          items: {
            $ref: '#/definitions/OperatorControlSummary',
          },
        },
      },
      required: ['items'],
    },
    OperatorControlSummary: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        operatorControlName: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        isFullyPreApproved: {
          type: 'boolean',
        },
        resourceType: {
          type: 'string',
          enum: [
            'EXACC',
            'EXADATAINFRASTRUCTURE',
            'AUTONOMOUSVMCLUSTER',
            'CLOUDAUTONOMOUSVMCLUSTER',
            'CCCINFRASTRUCTURE',
            'CLOUDEXADATAINFRASTRUCTURE',
          ],
        },
        numberOfApprovers: {
          type: 'integer',
        },
        timeOfCreation: {
          type: 'string',
          format: 'date-time',
        },
        timeOfModification: {
          type: 'string',
          format: 'date-time',
        },
        timeOfDeletion: {
          type: 'string',
          format: 'date-time',
        },
        lifecycleState: {
          type: 'string',
          enum: ['CREATED', 'ASSIGNED', 'UNASSIGNED', 'DELETED'],
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
      required: ['id', 'operatorControlName'],
    },
    OperatorControl: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
        },
        operatorControlName: {
          type: 'string',
        },
        description: {
          type: 'string',
        },
        approversList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        approverGroupsList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        preApprovedOpActionList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        approvalRequiredOpActionList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        isFullyPreApproved: {
          type: 'boolean',
        },
        notificationTopicId: {
          type: 'string',
        },
        emailIdList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        resourceType: {
          type: 'string',
          enum: [
            'EXACC',
            'EXADATAINFRASTRUCTURE',
            'AUTONOMOUSVMCLUSTER',
            'CLOUDAUTONOMOUSVMCLUSTER',
            'CCCINFRASTRUCTURE',
            'CLOUDEXADATAINFRASTRUCTURE',
          ],
        },
        systemMessage: {
          type: 'string',
        },
        compartmentId: {
          type: 'string',
        },
        lifecycleState: {
          type: 'string',
          enum: ['CREATED', 'ASSIGNED', 'UNASSIGNED', 'DELETED'],
        },
        timeOfCreation: {
          type: 'string',
          format: 'date-time',
        },
        timeOfModification: {
          type: 'string',
          format: 'date-time',
        },
        numberOfApprovers: {
          type: 'integer',
        },
        isDefaultOperatorControl: {
          type: 'boolean',
        },
        timeOfDeletion: {
          type: 'string',
          format: 'date-time',
        },
        lastModifiedInfo: {
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
      required: ['id', 'operatorControlName', 'compartmentId'],
    },
    RejectAccessRequestDetails: {
      type: 'object',
      properties: {
        approverComment: {
          type: 'string',
          maxLength: 4000,
        },
      },
      required: [],
    },
    ReviewAccessRequestDetails: {
      type: 'object',
      properties: {
        approverComment: {
          type: 'string',
          maxLength: 4000,
        },
      },
      required: [],
    },
    RevokeAccessRequestDetails: {
      type: 'object',
      properties: {
        approverComment: {
          type: 'string',
          maxLength: 4000,
        },
      },
      required: [],
    },
    StatusDetail: {
      type: 'object',
      properties: {
        statusId: {
          type: 'integer',
        },
        commandName: {
          type: 'string',
        },
        status: {
          type: 'string',
        },
        timeOfValidation: {
          type: 'string',
          format: 'date-time',
        },
      },
      required: [],
    },
    UpdateOperatorControlAssignmentDetails: {
      type: 'object',
      properties: {
        timeAssignmentFrom: {
          type: 'string',
          format: 'date-time',
        },
        timeAssignmentTo: {
          type: 'string',
          format: 'date-time',
        },
        isEnforcedAlways: {
          type: 'boolean',
        },
        comment: {
          type: 'string',
        },
        isLogForwarded: {
          type: 'boolean',
        },
        remoteSyslogServerAddress: {
          type: 'string',
        },
        remoteSyslogServerPort: {
          type: 'integer',
          minimum: 0,
          maximum: 65535,
        },
        remoteSyslogServerCACert: {
          type: 'string',
        },
        isHypervisorLogForwarded: {
          type: 'boolean',
        },
        isAutoApproveDuringMaintenance: {
          type: 'boolean',
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
      required: ['isEnforcedAlways'],
    },
    UpdateOperatorControlDetails: {
      type: 'object',
      properties: {
        operatorControlName: {
          type: 'string',
          minLength: 1,
          maxLength: 255,
        },
        description: {
          type: 'string',
          maxLength: 4000,
        },
        approversList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        approverGroupsList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        preApprovedOpActionList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        isFullyPreApproved: {
          type: 'boolean',
        },
        notificationTopicId: {
          type: 'string',
        },
        emailIdList: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        numberOfApprovers: {
          type: 'integer',
          minimum: 1,
          maximum: 10,
        },
        systemMessage: {
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
      required: ['operatorControlName', 'approverGroupsList', 'isFullyPreApproved'],
    },
    ValidateOperatorAssignmentDetails: {
      type: 'object',
      properties: {
        actionName: {
          type: 'string',
        },
      },
      required: [],
    },
  },
}
