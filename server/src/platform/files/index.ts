export { kindOf } from './check.ts'
export { type FileStore, openFiles, sha256Of } from './store.ts'
export { keepBytes, keepFile, readFile } from './files.ts'
export { fileJobs, removeBytes, removeFile } from './remove.ts'
