export { type FileStore, openFiles, sha256Of } from './store.ts'
export { keepFile, readFile } from './files.ts'
