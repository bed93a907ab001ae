export { type Cluster, type ClusterOptions, ProgramFailed, startCluster } from './cluster.ts'
export { findPostgres, isProgram } from './programs.ts'
export { makeTemporaryFolder } from './temporary-folder.ts'
