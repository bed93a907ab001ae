export { type FileStore, openFiles } from './store.ts'
export { keepFile, readFile, fileFailures } from './files.ts'
