/** A setting out of its documented range: the one thing the engine refuses by throwing. */
export class InvalidSettings extends Error {
  readonly setting: string
  readonly value: unknown
  constructor(setting: string, value: unknown) {
    super(`match setting ${setting} must not be ${String(value)}`)
    this.name = 'InvalidSettings'
    this.setting = setting
    this.value = value
  }
}

/** More of something than the index can hold or number. */
export class IndexFull extends Error {
  readonly of: string
  readonly wanted: number
  constructor(of: string, wanted: number) {
    super(`the match index cannot hold ${wanted} ${of}`)
    this.name = 'IndexFull'
    this.of = of
    this.wanted = wanted
  }
}

/** A record that holds no number where one must stand. Only its id and the field are told. */
export class InvalidRecord extends Error {
  readonly id: string
  readonly field: string
  constructor(id: string, field: string, value: unknown) {
    super(`record ${id}: ${field} must not be ${String(value)}`)
    this.name = 'InvalidRecord'
    this.id = id
    this.field = field
  }
}

/** An id that one side already has. */
export class DuplicateId extends Error {
  readonly id: string
  constructor(id: string) {
    super(`id ${id} stands twice on one side`)
    this.name = 'DuplicateId'
    this.id = id
  }
}

/** An id that the index does not hold. */
export class UnknownId extends Error {
  readonly id: string
  constructor(id: string) {
    super(`the match index holds no ${id}`)
    this.name = 'UnknownId'
    this.id = id
  }
}

/** A merge of a side that is being merged. */
export class MergeUnderWay extends Error {
  readonly side: string
  constructor(side: string) {
    super(`the ${side} are being merged already`)
    this.name = 'MergeUnderWay'
    this.side = side
  }
}

/** The result of a merge that has been ended already, or given up. */
export class StaleMerge extends Error {
  readonly side: string
  constructor(side: string) {
    super(`this merge of the ${side} has been ended or given up`)
    this.name = 'StaleMerge'
    this.side = side
  }
}
