import { open } from 'node:fs/promises'

/** Whether the file system refused something, rather than the program being wrong. */
export const isOfFileSystem = (error: unknown): error is Error => error instanceof Error && 'syscall' in error

/** A new name in a folder must itself reach the disk. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
