export { ANSWER_SIZE, type OnProgress, type Peer, PeerFailed, PeerMissing } from './peer.ts'
export { findPostgres, findSqlite } from './programs.ts'
export { openPostgres } from './postgres/open.ts'
export { openSqlite } from './sqlite/open.ts'
