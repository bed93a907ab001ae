import { PeerMissing } from '../peer.ts'

/** Whether the programs of a peer are on this machine; without them its tests are shown as skipped. */
export function isInstalled(find: () => unknown): boolean {
  try {
    find()
    return true
  } catch (error) {
    if (error instanceof PeerMissing) return false
    throw error
  }
}
