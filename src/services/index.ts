/** The door of the domain: what other rooms use of it. */

export { findDrift, type TenantDrift } from './changes/drift.ts';
export { withoutNoise } from '../project/noise.ts';
export { redactConfigContent } from './backup/redact-content.ts';
export { contentOfConfig, type ProjectContent } from './backup/project-content.ts';
export { parseObject, readObjects, SavedObjects, type ObjectTexts } from './backup/read-objects.ts';
export { BackupService } from './backup/backup-service.ts';
export type { BackupServiceOptions } from './backup/backup-service.ts';
export type { CreateBackupDetails } from './backup/new-manifest.ts';
export type { BackupFolder } from './backup/project-folder.ts';
export type { CleanupDecision, CleanupResult, InspectedBackup } from './retention/pruning.ts';
export type { Verification } from './backup/verification.ts';
export { verifyBackup } from './backup/verification.ts';
export { decideRetention } from './retention/retention.ts';
export { NOT_COMPARED_YET, type Amendment } from './backup/amendment.ts';
export { compareNewestFirst, parseBackupId, type BackupId } from './backup/backup-id.ts';
export {
  AFTER_RESTORE,
  BEFORE_RESTORE,
  basesOf,
  isAcceptable,
  isBase,
  isRegular,
  isVerified,
  lineName,
  ofLine,
  showLine,
  type LineFacts,
  type VerifiedBackup,
} from './lines/lines.ts';
export { DiffService } from './changes/diff.ts';
export { commitMessage, reportDiff } from './changes/diff-report.ts';
export type { ProjectState } from './changes/project-state.ts';
export { readProjectState } from './changes/read-state.ts';
export { withoutNewlyAsked } from './changes/newly-asked.ts';
export { assessRisk } from './changes/risk.ts';
export { withheldRule } from './changes/withheld-since.ts';
export { findShrink } from './changes/shrink.ts';
export { damagedHistory } from './lines/damaged-history.ts';
export { findBrokenLinks, findGaps, type ChainFinding } from './lines/chain.ts';
export { haveSaved, missingSections, type ProvenBackup } from './lines/base-state.ts';
export {
  compareBackups,
  type AnnouncedLoss,
  type CompareBackups,
  type ComparisonRequest,
  type ComparisonResult,
} from './changes/comparison.ts';
export {
  judgeUncompared,
  markCompared,
  type HistoryFacts,
  type Standing,
} from './lines/standing.ts';
export { ageOfLines, isFromFuture, oldestLine, type LineAge } from './lines/line-ages.ts';
export { writeGitTree } from './git-tree/git-tree.ts';
export { checkGitTreePlace } from './git-tree/git-tree-place.ts';
export {
  inspectFound,
  Places,
  shownPath,
  type FoundBackup,
  type Place,
  type PlacedBackup,
} from './places/place.ts';
export {
  findById,
  findLatest,
  isOfLine,
  LATEST,
  namesBackup,
  ofProject,
  requireOneProject,
  requireProven,
  type BackupFilter,
  type ProvenPlacedBackup,
} from './places/choice.ts';
export { exportConfig, hashOfConfig, type ExportedConfig } from './export/config-of-backup.ts';
export { makeSide, type ProjectSide, type RawProject } from './restore/objects.ts';
export { liveSideOf, readSavedSide, type CapturedProject } from './restore/read-side.ts';
export { ScopeError, sectionsToRead, type Choice } from './restore/scope.ts';
export { planRestore, type PlanInput, type PlanNeeds, type PlanResult } from './restore/plan.ts';
export { planUndo, type UndoInput } from './restore/undo.ts';
export { makePlan, type PlanHeader } from './restore/make-plan.ts';
export { costOf, rateOf } from './restore/cost.ts';
export type { ServiceFacts } from './restore/facts.ts';
export type { PlannedWrite } from './restore/planned-write.ts';
