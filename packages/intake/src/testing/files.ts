import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openSource } from '../files/open-source.ts'
import type { RawRow, SourceOptions } from '../files/source.ts'
import { openDraft } from '../writing/draft-file.ts'
import { createZip } from '../writing/zip-writer.ts'

/** A folder for the files of one test file, removed afterwards. */
export const useFolder = (): {
  path: (name: string) => string
  write: (name: string, data: string | Buffer) => string
} => {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name: string): string => join(folder, name)
  return {
    path,
    write(name, data) {
      writeFileSync(path(name), data)
      return path(name)
    },
  }
}

export const readAll = async (path: string, options?: SourceOptions) => {
  const source = await openSource(path, options)
  const rows: RawRow[] = []
  for await (const row of source.rows) rows.push(row)
  return { source, rows, cells: rows.map((row) => row.cells) }
}

/** The code of the `IntakeError` an action ends with; any other end is a failure of the test. */
export const problemOf = async (action: Promise<unknown>): Promise<string> => {
  try {
    await action
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
  return 'none'
}

export const writeZip = async (path: string, parts: Record<string, string>): Promise<string> => {
  const draft = await openDraft(path)
  const zip = createZip(draft)
  for (const [name, text] of Object.entries(parts)) {
    const entry = zip.begin(name)
    await entry.write(text)
    await entry.end()
  }
  await zip.finish()
  await draft.finish()
  return path
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of hand-written sheet XML, for what no library would write. */
export const writeWorkbook = (path: string, sheets: Record<string, string>, more: Record<string, string> = {}) => {
  const names = Object.keys(sheets)
  const parts = names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheets[name]!])
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
  const relations = names.map(
    (_, at) => `<Relationship Id="r${at + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return writeZip(path, {
    ...Object.fromEntries(parts),
    'xl/workbook.xml': `<workbook xmlns:r="${RELATION}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...more,
  })
}
