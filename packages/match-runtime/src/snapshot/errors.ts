/** A snapshot that is cut short or whose bytes are not those that were written. */
export class SnapshotTorn extends Error {
  readonly path: string
  constructor(path: string, where: string) {
    super(`snapshot ${path} is damaged: ${where}`)
    this.name = 'SnapshotTorn'
    this.path = path
  }
}

/** A whole file that this engine must not open: no snapshot, of another format, or made under other conditions. */
export class SnapshotForeign extends Error {
  readonly path: string
  constructor(path: string, difference: string) {
    super(`snapshot ${path} is not for this engine: ${difference}`)
    this.name = 'SnapshotForeign'
    this.path = path
  }
}

/** The file system refuses to give the snapshot: there is none, it is a folder, or reading is not allowed. */
export class SnapshotUnreadable extends Error {
  readonly path: string
  constructor(path: string, cause: Error) {
    super(`snapshot ${path} cannot be read: ${cause.message}`, { cause })
    this.name = 'SnapshotUnreadable'
    this.path = path
  }
}

/** The file system refuses to take the snapshot; an earlier one at the path is untouched. */
export class SnapshotUnwritable extends Error {
  readonly path: string
  constructor(path: string, cause: Error) {
    super(`snapshot ${path} cannot be written: ${cause.message}`, { cause })
    this.name = 'SnapshotUnwritable'
    this.path = path
  }
}
