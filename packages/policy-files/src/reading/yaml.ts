import type { Text } from '@renshu/policy'
import { isNode, LineCounter, parseDocument } from 'yaml'
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
  const lineOf = (path: Path): number => {
    const node = path.length > 0 ? document.getIn(path, true) : document.contents
    if (isNode(node) && node.range) return lineAt(node.range[0])
    return path.length > 0 ? lineOf(path.slice(0, -1)) : 1
  }
  return { content: document.toJS() as unknown, lineOf }
}
