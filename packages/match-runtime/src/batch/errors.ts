/** An option of a batch that is out of its range. */
export class InvalidBatch extends Error {
  readonly option: string
  readonly value: unknown
  constructor(option: string, value: unknown, why = 'is out of its range') {
    super(`batch option ${option} (${String(value)}) ${why}`)
    this.name = 'InvalidBatch'
    this.option = option
    this.value = value
  }
}

/** A chunk at which two threads died. Chunks before it have been delivered; go on from the token of the last. */
export class BatchFailed extends Error {
  readonly chunk: number
  constructor(chunk: number, cause: Error) {
    super(`chunk ${chunk} of the batch failed twice: ${cause.message}`, { cause })
    this.name = 'BatchFailed'
    this.chunk = chunk
  }
}

/** The file system refuses to take the answers; a finished file at the path is untouched. */
export class CityUnwritable extends Error {
  readonly path: string
  constructor(path: string, cause: Error) {
    super(`answers cannot be written to ${path}: ${cause.message}`, { cause })
    this.name = 'CityUnwritable'
    this.path = path
  }
}
