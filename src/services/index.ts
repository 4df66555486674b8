/** The door of the domain: what other rooms use of it. */

export { findDrift, type TenantDrift } from './drift.ts';
export { withoutNoise } from './live-noise.ts';
export { redactConfigContent } from './redact-content.ts';
export { contentOfConfig, type ProjectContent } from './project-content.ts';
export { BackupService } from './backup-service.ts';
export type { BackupServiceOptions, CreateBackupDetails } from './backup-service.ts';
export type { BackupFolder } from './project-folder.ts';
export type { CleanupDecision, CleanupResult, InspectedBackup } from './pruning.ts';
export type { Verification } from './verification.ts';
export { verifyBackup } from './verification.ts';
export { decideRetention } from './retention.ts';
export { NOT_COMPARED_YET, type Amendment } from './amendment.ts';
export { compareNewestFirst, parseBackupId, type BackupId } from './backup-id.ts';
export {
  basesOf,
  isAcceptable,
  isBase,
  isVerified,
  lineName,
  ofLine,
  showLine,
  type LineFacts,
  type VerifiedBackup,
} from './lines.ts';
export { DiffService } from './diff.ts';
export { commitMessage, reportDiff } from './diff-report.ts';
export type { ProjectState } from './project-state.ts';
export { readProjectState } from './read-state.ts';
export { withoutNewlyAsked } from './newly-asked.ts';
export { assessRisk } from './risk.ts';
export { withheldRule } from './withheld-since.ts';
export { findShrink } from './shrink.ts';
export { damagedHistory } from './damaged-history.ts';
export { findBrokenLinks, findGaps, type ChainFinding } from './chain.ts';
export { haveSaved, missingSections, type ProvenBackup } from './base-state.ts';
export {
  compareBackups,
  type CompareBackups,
  type ComparisonRequest,
  type ComparisonResult,
} from './comparison.ts';
export { judgeUncompared, markCompared, type Standing } from './standing.ts';
export { ageOfLines, isFromFuture, oldestLine, type LineAge } from './line-ages.ts';
export { writeGitTree } from './git-tree.ts';
export { checkGitTreePlace } from './git-tree-place.ts';
