import type { Path } from '../reading/fault.ts'
import type { YamlFile } from '../reading/yaml.ts'

export type SourceFile = { file: string; yaml: YamlFile }
type Content = Readonly<Record<string, unknown>>
type Item = { id?: string; key?: string }

/** A service with its flow taken in, and where each part of it was written. */
export type Joined = { content: Content; placeOf: (path: Path) => { file: string; line: number; path: Path } }

const idOf = (item: unknown): string | undefined => (item as Item).id ?? (item as Item).key

/** What the service says itself goes before what its flow says; lists of both are one, by id, but for parts it is `without`. */
export function joinFlow(own: SourceFile, flow: SourceFile | undefined): Joined {
  const mine = own.yaml.content as Content
  if (!flow) return { content: mine, placeOf: (path) => ({ file: own.file, line: own.yaml.lineOf(path), path }) }
  const { flow: _name, ...shared } = flow.yaml.content as Content
  const { flow: _named, without = [], ...rest } = mine
  const dropped = new Set(without as readonly string[])
  const content: Record<string, unknown> = { ...shared, ...rest }
  const written = new Map<string, { source: SourceFile; path: Path }>()
  for (const [name, before] of Object.entries(shared)) {
    const isList = Array.isArray(before) && before.every((item) => idOf(item) !== undefined)
    const after = rest[name] ?? (isList ? [] : undefined)
    if (!isList || !Array.isArray(after)) {
      if (after === undefined) written.set(name, { source: flow, path: [name] })
      continue
    }
    const joined = joinLists(name, before, after, flow, own).filter(
      ({ item, source }) => source === own || !dropped.has(idOf(item)!),
    )
    content[name] = joined.map(({ item }) => item)
    for (const [place, { source, path }] of joined.entries()) written.set(`${name}.${place}`, { source, path })
  }
  return {
    content,
    placeOf: (path) => {
      const found = written.get(path.slice(0, 2).join('.')) ?? written.get(String(path[0]))
      const [source, start] = found ? [found.source, found.path] : [own, path.slice(0, 1)]
      const inner = [...start, ...path.slice(start.length)]
      return { file: source.file, line: source.yaml.lineOf(inner), path: inner }
    },
  }
}

function joinLists(
  name: string,
  before: readonly unknown[],
  after: readonly unknown[],
  flow: SourceFile,
  own: SourceFile,
) {
  const placed = (source: SourceFile) => (item: unknown, place: number) => ({
    item,
    source,
    path: [name, place] as Path,
  })
  const mine = after.map(placed(own))
  const kept = before.map(placed(flow)).map((one) => mine.find(({ item }) => idOf(item) === idOf(one.item)) ?? one)
  return [...kept, ...mine.filter((one) => !kept.includes(one))]
}
