import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** The version of PGlite that made the cluster; another may lay its files out otherwise. */
export const CLUSTER_OF = '0.5.16'
export const ARCHIVE = new URL(`../../../../data/cluster-${CLUSTER_OF}.tar.br`, import.meta.url)

/**
 * A database cluster as PGlite's initdb makes it, as one tar: unpacking it costs a fourth of making it anew.
 * Written by `server/build/cluster.ts`.
 */
export const emptyCluster = (): Uint8Array<ArrayBuffer> => new Uint8Array(brotliDecompressSync(readFileSync(ARCHIVE)))

const BLOCK = 512
/** Places in the head of an entry: its name, its size in octal digits, its kind. */
const [NAME, SIZE, KIND] = [
  [0, 100],
  [124, 136],
  [156, 157],
] as const
const FOLDER = '5'

/** Files and folders of a tar whose names are short; a folder comes before what is in it. */
function* entriesOf(tar: Uint8Array): Generator<{ path: string; isFolder: boolean; bytes: Uint8Array }> {
  const text = (at: number, [from, to]: readonly [number, number]) =>
    Buffer.from(tar.subarray(at + from, at + to))
      .toString()
      .replace(/\0.*$/s, '')
  // Blocks of zeros stand behind the last entry.
  for (let at = 0; tar[at];) {
    const size = Number.parseInt(text(at, SIZE), 8)
    const bytes = tar.subarray(at + BLOCK, at + BLOCK + size)
    yield { path: text(at, NAME), isFolder: text(at, KIND) === FOLDER, bytes }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}

/** Lays an empty cluster into a folder that does not exist yet: whole, or not at all. */
export function layCluster(folder: string): void {
  if (existsSync(folder)) return
  const draft = `${folder}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  for (const { path, isFolder, bytes } of entriesOf(emptyCluster())) {
    const place = join(draft, path)
    if (isFolder) mkdirSync(place, { recursive: true, mode: 0o700 })
    else writeFileSync(place, bytes, { mode: 0o600 })
  }
  renameSync(draft, folder)
}
