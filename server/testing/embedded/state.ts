import type { PGlite } from '@electric-sql/pglite'

/** A file, folder or device of Emscripten's file system in memory. */
interface FileNode {
  name_next?: FileNode
  contents?: Uint8Array | Record<string, FileNode>
  usedBytes?: number
}
interface Stream {
  shared: object
}
interface Machine {
  HEAPU8: Uint8Array
  FS: { nameTable: (FileNode | undefined)[]; streams: (Stream | null | undefined)[]; nextInode: number }
}

const PAGE = 65_536
const ZEROS = Buffer.alloc(PAGE)

/** Counts what the machine loads: a table of functions that has grown cannot be put back. */
let growths = 0
const tables = (WebAssembly as unknown as { Table: { prototype: { grow: (...given: unknown[]) => number } } }).Table
const { grow } = tables.prototype
tables.prototype.grow = function (...given) {
  growths++
  return grow.apply(this, given)
}

/** The pages of the memory that hold anything. */
function keepMemory(machine: Machine): () => void {
  const { length } = machine.HEAPU8
  const pages: (Uint8Array | null)[] = []
  for (let at = 0; at < length; at += PAGE) {
    const page = machine.HEAPU8.subarray(at, at + PAGE)
    pages.push(isEmpty(page) ? null : page.slice())
  }
  return () => {
    // The memory may have grown, then its view is another one.
    const heap = machine.HEAPU8
    for (const [at, page] of pages.entries())
      if (page) heap.set(page, at * PAGE)
      else empty(heap.subarray(at * PAGE, (at + 1) * PAGE))
    for (let at = length; at < heap.length; at += PAGE) empty(heap.subarray(at, at + PAGE))
  }
}

const isEmpty = (page: Uint8Array): boolean => ZEROS.equals(page)

/** Pages never touched take no room, as long as nothing is written into them. */
const empty = (page: Uint8Array): void => void (isEmpty(page) || page.fill(0))

function* nodesOf({ nameTable }: Machine['FS']): Generator<FileNode> {
  for (const first of nameTable) for (let node = first; node; node = node.name_next) yield node
}

const copyOf = (contents: FileNode['contents'], used?: number) =>
  contents instanceof Uint8Array ? contents.slice(0, used) : contents && { ...contents }

/** Files, folders and what is open of them. */
function keepFiles({ FS }: Machine): () => void {
  const nodes = [...nodesOf(FS)].map((node) => ({
    node,
    fields: { ...node },
    contents: copyOf(node.contents, node.usedBytes),
  }))
  const table = [...FS.nameTable]
  const streams = FS.streams.map((stream) => stream && { stream, fields: { ...stream }, shared: { ...stream.shared } })
  return () => {
    for (const { node, fields, contents } of nodes)
      Object.assign(node, fields, contents && { contents: copyOf(contents) })
    FS.nameTable.splice(0, FS.nameTable.length, ...table)
    FS.streams.length = 0
    for (const kept of streams)
      FS.streams.push(
        kept && Object.assign(kept.stream, kept.fields, { shared: Object.assign(kept.fields.shared, kept.shared) }),
      )
  }
}

/**
 * Keeps the state of an embedded database in memory, byte for byte: memory, files, open streams.
 * @returns puts the database back to it, between two statements; throws where it has loaded code since
 */
export function keepState(pg: PGlite): () => void {
  const machine = pg.Module as unknown as Machine
  const putBackMemory = keepMemory(machine)
  const putBackFiles = keepFiles(machine)
  const loaded = growths
  return () => {
    if (growths !== loaded) throw new Error('the database has loaded code since its state was kept')
    putBackMemory()
    putBackFiles()
  }
}
