import type { Fault, Text } from '@renshu/policy'

/** What is wrong in a file, and on which line from 1. */
export type FileFault = { file: string; line: number; reason: Text }
export type Path = readonly (string | number)[]

/** A fault where it stands in a file, with its path in the reason. */
export function locate(file: string, line: number, { path, at, reason }: Fault): FileFault {
  const where = path.join('.').replaceAll(/\.(\d+)/g, '[$1]')
  const place = at === undefined ? { zh: '', en: '' } : { zh: `第 ${at + 1} 个字符：`, en: `character ${at + 1}: ` }
  return {
    file,
    line,
    reason: {
      zh: `${where && `${where}：`}${place.zh}${reason.zh}`,
      en: `${where && `${where}: `}${place.en}${reason.en}`,
    },
  }
}
