export { SnapshotForeign, SnapshotTorn, SnapshotUnreadable, SnapshotUnwritable } from './snapshot/errors.ts'
export { type LoadOptions, loadSnapshot } from './snapshot/load.ts'
export { type Opened, openOrRebuild } from './snapshot/rebuild.ts'
export { saveSnapshot } from './snapshot/save.ts'
