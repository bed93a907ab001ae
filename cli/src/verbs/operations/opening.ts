import {
  BackupRefused,
  ClockBehind,
  ClockOfUse,
  type Config,
  ConfigError,
  configOf,
  FolderInUse,
  isAway,
  MigrationMismatch,
  openServices,
  type Opened,
  WrongDataKey,
} from '@renshu/server'
import type { ExitName } from '../../failure/exit.ts'
import { Stop } from '../../failure/stop.ts'

/** The settings of the environment. @throws Stop (usage) naming each that is wrong */
export function settings(more: Record<string, string | undefined> = {}): Config {
  try {
    return configOf({ ...process.env, ...more })
  } catch (error) {
    if (error instanceof ConfigError) throw new Stop('usage', (m) => m.operations.badSettings(error.message))
    throw error
  }
}

const REFUSAL_EXITS: Partial<Record<BackupRefused['problem'], ExitName>> = {
  notEmpty: 'unavailable',
  differs: 'failed',
}

/** Classes of SQLSTATE: wrong name or password, no such database, no permission. */
const REFUSED = /^(?:28|3D|42501)/
/** No such table or schema. */
const NOT_MIGRATED = /^(?:42P01|3F000)$/
const PORT = /:(\d+)$/

/** What went wrong, as a sentence for the person at the keyboard. What nobody foresaw stays as it is. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Stop) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  if (error instanceof FolderInUse) return new Stop('unavailable', (m) => m.operations.folderInUse(error.pid))
  if (error instanceof MigrationMismatch) return new Stop('unavailable', (m) => m.operations.migrationMismatch(message))
  if (error instanceof ClockBehind) return new Stop('unavailable', (m) => m.operations.clockBehind(error.days))
  if (error instanceof ClockOfUse) return new Stop('unavailable', (m) => m.operations.clockOfUse())
  if (error instanceof WrongDataKey) return new Stop('unavailable', (m) => m.operations.wrongKey[error.problem])
  if (error instanceof BackupRefused)
    return new Stop(REFUSAL_EXITS[error.problem] ?? 'input', (m) => m.operations.refused[error.problem](error.detail))
  if (code === 'EADDRINUSE')
    return new Stop('unavailable', (m) => m.operations.portTaken(Number(PORT.exec(message)?.[1] ?? 0)))
  if (NOT_MIGRATED.test(code)) return new Stop('unavailable', (m) => m.operations.notMigrated())
  if (REFUSED.test(code)) return new Stop('unavailable', (m) => m.operations.databaseRefused(message))
  if (code === 'ENOSPC') return error
  return isAway(error) ? new Stop('unavailable', (m) => m.operations.databaseAway(message || code)) : error
}

/** Runs `work` over the database and files that the settings name, and closes them. Nothing is logged. */
export async function withServices<T>(
  work: (services: Opened['services']) => Promise<T>,
  opening: Parameters<typeof openServices>[1] = {},
): Promise<T> {
  try {
    const opened = await openServices(settings({ LOG_LEVEL: 'silent' }), opening)
    try {
      return await work(opened.services)
    } finally {
      await opened.close()
    }
  } catch (error) {
    throw explained(error)
  }
}
