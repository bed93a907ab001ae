import type { MatchEngine } from '@renshu/match'
import { SnapshotForeign, SnapshotTorn, SnapshotUnreadable, SnapshotUnwritable } from './errors.ts'
import { type LoadOptions, loadSnapshot } from './load.ts'
import { saveSnapshot } from './save.ts'

/** An engine, and what went wrong on the way to it. */
export type Opened = {
  engine: MatchEngine
  /** Why the snapshot was of no use and the engine was built; left out when it was loaded. */
  rebuilt?: SnapshotTorn | SnapshotForeign | SnapshotUnreadable
  /** Why the new snapshot could not be saved; the engine works all the same. */
  unsaved?: SnapshotUnwritable
}

/**
 * Loads the snapshot, or builds the engine and saves it there.
 *
 * @param build only called without a snapshot of use; its errors are passed on
 */
export async function openOrRebuild(
  path: string,
  build: () => MatchEngine | Promise<MatchEngine>,
  options: LoadOptions = {},
): Promise<Opened> {
  try {
    return { engine: await loadSnapshot(path, options) }
  } catch (rebuilt) {
    if (!isOfSnapshot(rebuilt)) throw rebuilt
    const engine = await build()
    try {
      await saveSnapshot(engine, path)
      return { engine, rebuilt }
    } catch (unsaved) {
      if (unsaved instanceof SnapshotUnwritable) return { engine, rebuilt, unsaved }
      throw unsaved
    }
  }
}

const isOfSnapshot = (error: unknown): error is SnapshotTorn | SnapshotForeign | SnapshotUnreadable =>
  error instanceof SnapshotTorn || error instanceof SnapshotForeign || error instanceof SnapshotUnreadable
