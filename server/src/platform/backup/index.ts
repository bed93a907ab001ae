export { backup, type BackupNeeds, type BackupSummary } from './backup.ts'
export { type BackupProblem, BackupRefused } from './format.ts'
export { restore } from './restore.ts'
