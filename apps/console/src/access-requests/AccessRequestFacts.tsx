import type { AccessRequest } from '@gatehouse/contract'
import { usePlaces } from '../frame/use-places.ts'
import { stateInWords } from '../states/access-request-state.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Fact, Facts } from '../ui/Facts.tsx'
import { inWords } from '../ui/in-words.ts'
import { Ocid } from '../ui/Ocid.tsx'
import { Section } from '../ui/Page.tsx'
import { Time } from '../ui/Time.tsx'
import { auditTypeName, hoursInWords, resourceTypeName, serviceNames } from './words.ts'

/** Every field that has a value, in groups. The decision panel repeats the most important ones. */
export function AccessRequestFacts({ request }: { request: AccessRequest }) {
  return (
    <>
      <Identity request={request} />
      <Resource request={request} />
      <Grant request={request} />
      <Comments request={request} />
      <Tags tags={request.tags} />
    </>
  )
}

function Identity({ request }: { request: AccessRequest }) {
  const { connectionInFull } = usePlaces()
  const { stateDetails, lifecycleState, severity, requesterType, operatorId, lastUserId, workflowIds } = request
  return (
    <Section title="Access request">
      <Facts>
        <Fact label="Name">{request.name}</Fact>
        <Fact label="OCID">
          <Ocid id={request.id} />
        </Fact>
        <Fact label="Service">{serviceNames[request.service]}</Fact>
        <Fact label="Connection">{connectionInFull(request.connectionId)}</Fact>
        <Fact label="State">
          <span data-tip={stateInWords(request.state).meaning} className="font-mono text-sm">
            {request.state}
          </span>
        </Fact>
        {lifecycleState && <Fact label="Lifecycle state">{inWords(lifecycleState)}</Fact>}
        {stateDetails && <Fact label="State details">{stateDetails}</Fact>}
        {severity && <Fact label="Severity">{severity}</Fact>}
        <Fact label="Requested">
          <Time at={request.createdAt} show="both" />
        </Fact>
        <Fact label="Last updated">
          <Time at={request.updatedAt} show="both" />
        </Fact>
        {operatorId && (
          <Fact label="Operator">
            <code className="font-mono text-sm">{operatorId}</code>
          </Fact>
        )}
        {requesterType && <Fact label="Requester">{inWords(requesterType)}</Fact>}
        {lastUserId && (
          <Fact label="Last action by">
            <Ocid id={lastUserId} />
          </Fact>
        )}
        {workflowIds.length > 0 && (
          <Fact label="Workflows">
            <ul>
              {workflowIds.map((id) => (
                <li key={id}>
                  <Ocid id={id} />
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact label="Last read">
          <Time at={request.readAt} show="relative" />
        </Fact>
      </Facts>
    </Section>
  )
}

function Resource({
  request: { resource, compartment, control, subResources, databases, serviceTypes },
}: {
  request: AccessRequest
}) {
  return (
    <Section title="Resource">
      <Facts>
        <Fact label="Name">{resource.name}</Fact>
        {resource.type && <Fact label="Type">{resourceTypeName(resource.type)}</Fact>}
        <Fact label="OCID">
          <Ocid id={resource.id} />
        </Fact>
        <Fact label="Compartment">{compartment?.path || compartment?.name}</Fact>
        {subResources.length > 0 && <Fact label="Sub-resources">{subResources.join(', ')}</Fact>}
        {databases.length > 0 && <Fact label="Databases">{databases.join(', ')}</Fact>}
        {serviceTypes.length > 0 && <Fact label="Services">{serviceTypes.map(inWords).join(', ')}</Fact>}
        {control && (
          <>
            <Fact label="Control">{control.name}</Fact>
            <Fact label="Control OCID">
              <Ocid id={control.id} />
            </Fact>
            {control.problem && <Fact label="Control problem">{control.problem}</Fact>}
          </>
        )}
      </Facts>
    </Section>
  )
}

function Grant({ request }: { request: AccessRequest }) {
  const { startsAt, accessBeganAt, accessEndsAt, extensionHours, auditTypes } = request
  return (
    <Section title="Access details">
      <Facts>
        <Fact label="Duration">{request.durationHours !== null && hoursInWords(request.durationHours)}</Fact>
        {extensionHours !== null && <Fact label="Extension">{hoursInWords(extensionHours)}</Fact>}
        {startsAt && (
          <Fact label="Start">
            <Time at={startsAt} show="both" />
          </Fact>
        )}
        {accessBeganAt && (
          <Fact label="Access started">
            <Time at={accessBeganAt} />
          </Fact>
        )}
        {accessEndsAt && (
          <Fact label={request.phase === 'ended' ? 'Access ended' : 'Access ends'}>
            <Time at={accessEndsAt} />
          </Fact>
        )}
        <Fact label="Approvals required" absent="Not specified by the access request or its control">
          {request.approvalsRequired}
        </Fact>
        <Fact label="Approvals given">{request.approvalsGiven}</Fact>
        {request.extensionApprovalsGiven > 0 && (
          <Fact label="Extension approvals">{request.extensionApprovalsGiven}</Fact>
        )}
        {auditTypes.length > 0 && (
          <Fact label="Auditing">
            <span data-tip={auditTypes.join(', ')}>{auditTypeName(auditTypes.join(' '))}</span>
          </Fact>
        )}
        {request.isAutoApproved && <Fact label="Approval">Pre-approved by the control</Fact>}
      </Facts>
    </Section>
  )
}

function Comments({ request }: { request: AccessRequest }) {
  const comments = [
    ['Approver comment', request.approverComment],
    ['Message to the operator', request.additionalMessage],
    ['Login banner', request.systemMessage],
    ['Closing comment', request.closureComment],
  ].filter(([, text]) => text)
  if (comments.length === 0) return null
  return (
    <Section title="Comments">
      <dl className="space-y-2">
        {comments.map(([label, text]) => (
          <div key={label}>
            <dt className="text-text-soft">{label}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Tags({ tags }: { tags: AccessRequest['tags'] }) {
  const entries = Object.entries(tags)
  if (entries.length === 0) return null
  return (
    <Section
      title="Tags"
      actions={<CopyButton text={entries.map(([key, value]) => `${key}=${value}`).join('\n')} label="Copy all tags" />}
    >
      <Facts>
        {entries.map(([key, value]) => (
          <Fact key={key} label={key}>
            {value}
          </Fact>
        ))}
      </Facts>
    </Section>
  )
}
