import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type TemporaryFolder = {
  path: string
  /** Takes the folder away with all that is in it. */
  remove: () => void
}

/**
 * A folder that does not outlive this process, whatever ends it short of a kill.
 * @param endUsers called before the folder goes when the process ends without `remove`: ends what still writes there.
 */
export function makeTemporaryFolder(owner: { uid?: number; gid?: number }, endUsers: () => void): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'renshu-bench-'))
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid)
  const remove = () => {
    process.removeListener('exit', leave)
    // A program that is just ending may still write a last file.
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
  const leave = () => {
    endUsers()
    remove()
  }
  process.once('exit', leave)
  return { path, remove }
}
