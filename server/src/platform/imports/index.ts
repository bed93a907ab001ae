export { type Batch, batchesOf, type Part } from './batches.ts'
export { queueImport, type ImportPath, rejectsFile, showImport } from './report.ts'
export {
  type Applied,
  type BatchDesk,
  importTable,
  type Rejected,
  runImport,
  type TableKind,
  type TableOnDisk,
} from './run.ts'
export { importsIn } from './store.ts'
export type { ImportRow } from './tables.ts'
export { withFile } from './with-file.ts'
