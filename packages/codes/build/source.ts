import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The source folder named on the command line. */
export const sourceFolder = (): string => {
  const folder = process.argv[2]
  if (!folder) throw new Error('Name the folder that holds the sources (build/README.md lists them).')
  return folder
}

export const readJson = <T>(...path: string[]): T =>
  JSON.parse(readFileSync(join(sourceFolder(), ...path), 'utf8')) as T

/** Writes `data/<name>`: a head of comment lines, then one tab-separated row a line. */
export const writeTable = (name: string, head: string[], rows: readonly (readonly (string | number)[])[]): void => {
  const lines = [...head.map((line) => `# ${line}`), ...rows.map((row) => row.join('\t'))]
  writeFileSync(new URL(`../data/${name}`, import.meta.url), `${lines.join('\n')}\n`)
  console.log(`${name}: ${rows.length} rows`)
}

/** Map.groupBy, which Node 20 lacks. */
export const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
