export { BackupService } from './backup-service.ts';
export type { BackupServiceOptions, CreateBackupDetails } from './backup-service.ts';
export type { BackupFolder } from './project-folder.ts';
export type { CleanupDecision, CleanupResult, InspectedBackup } from './pruning.ts';
export type { Verification } from './verification.ts';
export { verifyBackup } from './verification.ts';
export { decideRetention } from './retention.ts';
