import type { Note, Reject } from '../records/reject.ts'
import { type Lang, reasonMessage } from '../messages.ts'
import { openTableWriter } from './table-writer.ts'

const HEADER = {
  zh: ['文件', '行', '列', '内容', '原因'],
  en: ['file', 'line', 'column', 'value', 'reason'],
}

/** Writes rejected rows (or notes) as a table: file, line, column, value, reason in words. */
export const writeRejects = async (
  path: string,
  rejects: Iterable<Reject | Note>,
  lang: Lang = 'zh',
): Promise<void> => {
  const table = await openTableWriter(path, HEADER[lang], { sheet: lang === 'zh' ? '退回' : 'rejects' })
  try {
    for (const { file, line, column, value, reason } of rejects) {
      await table.write([file, line, column, value, reasonMessage(reason, lang)])
    }
    await table.close()
  } catch (error) {
    await table.discard()
    throw error
  }
}
