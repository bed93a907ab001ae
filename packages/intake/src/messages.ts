import type { IntakeError, IntakeProblem, ProblemDetail } from './errors.ts'
import type { NoteReason, RejectReason } from './records/reject.ts'

export type Lang = 'zh' | 'en'
type Sentence = Record<Lang, string>

/** `{name}` stands for a value of the error's detail. */
const PROBLEMS: Record<IntakeProblem, Sentence> = {
  'file.missing': { zh: '找不到文件：{path}。', en: 'No such file: {path}.' },
  'file.isFolder': { zh: '{path} 是文件夹，请指定其中的一个文件。', en: '{path} is a folder; name one file in it.' },
  'file.unreadable': { zh: '无法读取 {path}（{reason}）。', en: 'Cannot read {path} ({reason}).' },
  'file.empty': { zh: '{path} 是空的，没有可读的内容。', en: '{path} is empty.' },
  'file.tooLarge': {
    zh: '{path} 太大，超过上限 {limit} 字节。请拆成几个文件，或另存为 CSV。',
    en: '{path} is too large (limit {limit} bytes). Split it or save it as CSV.',
  },
  'file.encrypted': {
    zh: '{path} 设有打开密码，无法读取。请在 Excel 或 WPS 中去掉密码后另存。',
    en: '{path} is protected by a password. Remove the password in Excel or WPS and save it again.',
  },
  'file.oldFormat': {
    zh: '{path} 是旧版表格（{found}）。请用 Excel 或 WPS 另存为 .xlsx 或 .csv。',
    en: '{path} is a spreadsheet in an old format ({found}). Save it as .xlsx or .csv.',
  },
  'file.truncated': {
    zh: '{path} 不完整或已损坏，可能没有传完。请重新获取这个文件。',
    en: '{path} is incomplete or damaged. Fetch the file again.',
  },
  'file.notText': { zh: '{path} 不是表格，也不是文本。', en: '{path} is neither a spreadsheet nor text.' },
  'file.wrongEncoding': {
    zh: '{path} 按 {encoding} 读出来是乱码。请另存为 UTF-8，或指明正确的编码。',
    en: '{path} makes no sense as {encoding}. Save it as UTF-8 or name its encoding.',
  },
  'file.unknownFormat': {
    zh: '{path} 的内容是 {found}，不是能读的表格。请另存为 .xlsx、.csv 或 .jsonl（每行一个 JSON 对象）。',
    en: '{path} contains {found}. Save it as .xlsx, .csv or .jsonl (one JSON object per line).',
  },
  'sheet.missing': {
    zh: '{path} 里没有名为“{sheet}”的工作表。现有：{found}。',
    en: '{path} has no sheet named "{sheet}". It has: {found}.',
  },
  'sheet.tooLarge': {
    zh: '{path} 里的一张表展开后超过上限 {limit} 字节，不予读取。请拆成几个文件，或另存为 CSV。',
    en: 'A sheet of {path} is larger than {limit} bytes when unpacked. Split it or save it as CSV.',
  },
  'line.tooLong': {
    zh: '{path} 第 {line} 行超过 {limit} 个字符，文件可能缺少换行。',
    en: 'Line {line} of {path} is longer than {limit} characters; line ends may be missing.',
  },
  'column.missing': {
    zh: '没有找到“{field}”所需的列。文件中的列：{found}。请用 --map {key}=列名 指明。',
    en: 'No column for "{field}" was found. Columns in the file: {found}. Name it with --map {key}=COLUMN.',
  },
  'column.unknown': {
    zh: '--map {field}={column}：文件中没有这一列。现有：{found}。',
    en: '--map {field}={column}: there is no such column. The file has: {found}.',
  },
  'field.unknown': {
    zh: '--map 中的字段“{field}”不存在。可用：{found}。',
    en: '--map: there is no field "{field}". Fields are: {found}.',
  },
  'kind.unknown': {
    zh: '看不出 {path} 是岗位表还是求职者表（列：{found}）。请指明类别。',
    en: 'Cannot tell whether {path} holds jobs or people (columns: {found}). Name the kind.',
  },
  'output.unknownFormat': {
    zh: '输出文件 {path} 的后缀应是 .xlsx、.csv 或 .jsonl。',
    en: 'The output {path} must end in .xlsx, .csv or .jsonl.',
  },
  'output.unwritable': { zh: '无法写入 {path}（{reason}）。', en: 'Cannot write {path} ({reason}).' },
}

const FIELD_NAMES: Record<string, Sentence> = {
  title: { zh: '岗位名称', en: 'job title' },
  wish: { zh: '求职意向', en: 'job wanted' },
}

const FOUND: Record<string, Sentence> = {
  html: { zh: '网页（HTML）', en: 'a web page (HTML)' },
  json: { zh: '一个整体的 JSON 数组', en: 'one JSON array' },
  zip: { zh: '压缩包', en: 'a zip archive' },
  ole: { zh: '旧版 Office 文件', en: 'old Office file' },
}

const fill = (sentence: string, detail: ProblemDetail): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? ''))

const translate = (detail: ProblemDetail, lang: Lang): ProblemDetail => {
  const { field, found } = detail
  return {
    ...detail,
    ...(field !== undefined && { key: field, field: FIELD_NAMES[field]?.[lang] ?? field }),
    ...(found !== undefined && { found: FOUND[found]?.[lang] ?? found }),
  }
}

/**
 * One sentence (or two) that says what is wrong with a file and what to do. `name` is what its reader calls it, where
 * that is not the path it was read from.
 */
export const intakeMessage = (error: IntakeError, lang: Lang = 'zh', name?: string): string =>
  fill(PROBLEMS[error.code][lang], translate({ ...error.detail, ...(name && { path: name }) }, lang))

const REASONS: Record<RejectReason | NoteReason, Sentence> = {
  'row.notJson': { zh: '这一行不是合法的 JSON', en: 'the line is not JSON' },
  'row.notObject': { zh: '这一行不是 JSON 对象', en: 'the line is not a JSON object' },
  'row.unbalancedQuote': { zh: '引号没有配对', en: 'a quotation mark is not closed' },
  'row.repeatedHeader': { zh: '重复的表头', en: 'the header once more' },
  'title.missing': { zh: '没有岗位名称', en: 'no job title' },
  'title.meaningless': { zh: '岗位名称里没有文字', en: 'the job title holds no words' },
  'wish.missing': { zh: '没有求职意向，也没有现任岗位', en: 'neither a job wanted nor a present job' },
  'id.duplicate': { zh: '编号与前面的行重复', en: 'the id repeats that of an earlier row' },
  'value.unreadable': { zh: '读不懂，按未填处理', en: 'not understood, counted as empty' },
  'place.ambiguous': { zh: '地名有歧义，按未填处理', en: 'ambiguous place, counted as empty' },
  'cell.formulaWithoutValue': {
    zh: '公式没有保存结果，按未填处理',
    en: 'a formula without a stored value, counted as empty',
  },
  'cell.error': { zh: '单元格是错误值，按未填处理', en: 'an error value in the cell, counted as empty' },
  'cell.digitsLost': {
    zh: '长数字被表格软件改写，后几位已丢失',
    en: 'a long number lost its last digits in a spreadsheet',
  },
}

/** What is wrong with a row or a value, as a phrase. */
export const reasonMessage = (reason: RejectReason | NoteReason, lang: Lang = 'zh'): string => REASONS[reason][lang]
