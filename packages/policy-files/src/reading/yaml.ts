import type { Text } from '@renshu/policy'
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { FileFault, Path } from './fault.ts'

/** What a YAML file says, and the line on which each part of it stands. */
export type YamlFile = { content: unknown; lineOf: (path: Path) => number }

/** @returns faults when it is no YAML */
export function readYaml(file: string, text: string): YamlFile | { faults: FileFault[] } {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true })
  const lineAt = (offset: number) => counter.linePos(offset).line
  if (document.errors.length > 0)
    return {
      faults: document.errors.map(({ message, pos }) => {
        const [sentence = ''] = message.split(/ at line |\n/)
        const reason: Text = { zh: `不是正确的 YAML：${sentence}`, en: `no valid YAML: ${sentence}` }
        return { file, line: lineAt(pos[0]), reason }
      }),
    }
  const alias = aliasIn(document)
  if (alias !== undefined)
    return {
      faults: [
        { file, line: lineAt(alias), reason: { zh: '不能用别名（*），请写全', en: 'no aliases (*); write it out' } },
      ],
    }
  const lineOf = (path: Path): number => {
    const node = path.length > 0 ? document.getIn(path, true) : document.contents
    if (isNode(node) && node.range) return lineAt(node.range[0])
    return path.length > 0 ? lineOf(path.slice(0, -1)) : 1
  }
  return { content: document.toJS() as unknown, lineOf }
}

/** Where something is written elsewhere: a reader could not see it here, and a few lines could stand for millions. */
function aliasIn(document: Document): number | undefined {
  let found: number | undefined
  visit(document, {
    Alias(_key, alias) {
      found = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return found
}
