export * from './last-backup.js';
export * from './make-backup.js';
export * from './restore-backup.js';
export { takeBackup, type BackupRequest, type BackupSummary } from './take-backup.js';
