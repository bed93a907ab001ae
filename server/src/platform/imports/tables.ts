import type { Generated, Selectable } from 'kysely'

/** Tables in which a module keeps its imports, each in its own schema; alike in all of them. */
export type ImportTables = {
  import: {
    city: string
    id: string
    organisationId: string
    name: string
    /** The uploaded table, until it has been read. */
    fileId: string | null
    most: number | null
    importedAt: Date
    importedBy: string | null
    done: Generated<boolean>
    /** Why reading ended early. */
    problem: string | null
    read: Generated<number>
    created: Generated<number>
    updated: Generated<number>
    unchanged: Generated<number>
    waiting: Generated<number>
    rejected: Generated<number>
  }
  importReject: {
    city: string
    /** Of the import. */
    id: string
    number: number
    organisationId: string
    line: number
    columnName: string
    value: string
    reason: string
  }
}
export type ImportRow = Selectable<ImportTables['import']>
export type RejectRow = Selectable<ImportTables['importReject']>
