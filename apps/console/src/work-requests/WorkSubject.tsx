import type { WorkRequest } from '@gatehouse/contract'
import { workSubject } from '../states/work-subject.ts'

/** The target of the work request: its name, or its shortened id. */
export const WorkSubject = ({ workRequest }: { workRequest: WorkRequest }) =>
  workSubject(workRequest) || 'unnamed resource'
