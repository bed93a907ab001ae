import type { Names } from '@renshu/contracts'
import { z } from 'zod'

/** Something wrong in a city folder: `file` below the folder of cities, `path` within it as `[3].values[0].from`. */
export interface Finding {
  file: string
  path: string
  reason: Names
}

const WORDS = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')

/** The line of a JSON error, as the interpreter says it: by line, by position, or at the end. */
function lineOf(text: string, message: string): number {
  const line = /line (\d+)/.exec(message)?.[1]
  if (line) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  return text.slice(0, position === undefined ? undefined : Number(position)).split('\n').length
}

/** Gathers what is wrong, so that one run names everything. */
export class Findings {
  readonly list: Finding[] = []

  add(file: string, path: readonly PropertyKey[], zh: string, en: string): void {
    this.list.push({ file, path: pathOf(path), reason: { zh, en } })
  }

  /** The text of a file as the schema has it, or undefined with the reasons noted. */
  parse<T extends z.ZodType>(schema: T, file: string, text: string): z.output<T> | undefined {
    const value = this.#json(file, text)
    if (value === undefined) return undefined
    const parsed = schema.safeParse(value, { error: WORDS.zh })
    if (parsed.success) return parsed.data
    const english = schema.safeParse(value, { error: WORDS.en }).error?.issues ?? []
    for (const [at, { path, message }] of parsed.error.issues.entries())
      this.add(file, path, message, english[at]?.message ?? message)
    return undefined
  }

  #json(file: string, text: string): unknown {
    try {
      return JSON.parse(text)
    } catch (error) {
      const line = lineOf(text, (error as Error).message)
      this.add(file, [], `第 ${line} 行起不是有效的 JSON`, `not valid JSON from line ${line} on`)
      return undefined
    }
  }
}
