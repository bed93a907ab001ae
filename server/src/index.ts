export { configOf, ConfigError, type Config } from './platform/config.ts'
export { FolderInUse, MigrationMismatch } from './platform/database/index.ts'
export { startServer, type RunningServer } from './server.ts'
export { openServices, type Opened } from './services.ts'
