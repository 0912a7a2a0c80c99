/** How to speak to OCI: profiles and keys, signing, sending, retrying, paging. See README.md. */
export type { OciReply } from './answer.ts'
export type { Budget, BudgetOptions, BudgetOutcome } from './budget.ts'
export { createBudget } from './budget.ts'
export type { Call, OciCallEvent, OciCallOptions } from './call.ts'
export type {
  CircuitBreaker,
  CircuitBreakerOptions,
  CircuitEvent,
  CircuitPlace,
  CircuitState,
} from './circuit-breaker.ts'
export { createCircuitBreaker } from './circuit-breaker.ts'
export type { OciClient } from './client.ts'
export { createOciClient } from './client.ts'
export type { OciClientOptions, Timeouts } from './client-options.ts'
export { readConfigFile } from './config-file.ts'
export type { ConfigEntry, ConfigProfiles } from './config-file.ts'
export type { ProxyOptions } from './dispatcher.ts'
export type { AddressOptions, EndpointOption, RealmTemplates } from './endpoint.ts'
export { regionalEndpoint } from './endpoint.ts'
export { clientOptionsFrom } from './environment.ts'
export type { OciErrorDetails, OciErrorKind } from './error.ts'
export { OciError } from './error.ts'
export type { InstancePrincipalOptions } from './instance-principal.ts'
export { instancePrincipal } from './instance-principal.ts'
export type {
  CompartmentInRegion,
  CompartmentListId,
  ListAcrossOptions,
  ListingAcrossCompartments,
} from './list-across-compartments.ts'
export { listAcrossCompartments } from './list-across-compartments.ts'
export type { ListOperationId, OperationItem, Paging } from './paging.ts'
export { pagingOver } from './paging.ts'
export type { ApiKeyOptions, Principal } from './principal.ts'
export { apiKeyPrincipal, principalFromProfile } from './principal.ts'
export type { Profile } from './profile.ts'
export { readProfile } from './profile.ts'
export { resourcePrincipal } from './resource-principal.ts'
export type { RetryOptions } from './retry.ts'
export type { SessionTokenOptions } from './session-token.ts'
export { sessionTokenPrincipal } from './session-token.ts'
export { throttling } from './rate.ts'
export type { TokenGrant, TokenRequest, TokenSource } from './shared-rate.ts'
export type { RequestToSign, Signer } from './signer.ts'
export { principalSigner } from './signer.ts'
export type { WorkloadIdentityOptions } from './workload-identity.ts'
export { workloadIdentity } from './workload-identity.ts'
