import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseQrels, parseTitles } from '../evaluation.ts'
import { Stop } from '../failure/stop.ts'
import { renshu } from '../testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'renshu-eval-'))
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const queries = file('q.tsv', 'q_id\tjobtitle\n1\t叉车司机\n2\t保洁员\n')
const corpus = file('c.tsv', 'c_id\tjobtitle\n10\t月嫂\n11\t叉车司机\n')

test('a query that finds its one title first scores 1; a query without labels is left out', async () => {
  const qrels = file('r.tsv', '1\t0\t11\t1\n')
  const { code, output } = await renshu([
    'eval',
    'titles',
    '--queries',
    queries,
    '--corpus',
    corpus,
    '--qrels',
    qrels,
    '--json',
  ])
  expect(code).toBe(0)
  expect(JSON.parse(output)).toEqual({ map: 1, mrr: 1, ndcg10: 1 })
})

test('a missing option is named', async () => {
  const { code, errors } = await renshu(['eval', 'titles', '--queries', queries])
  expect(code).toBe(2)
  expect(errors).toContain('还缺少：--corpus --qrels。')
})

test('a label of relevance 0 is not relevant', () => {
  expect(parseQrels('1 0 10 0\n1 0 11 1\n2\t0\t10\t0\n', 'r').get('1')).toEqual(new Set(['11']))
  expect(parseQrels('2\t0\t10\t0\n', 'r').size).toBe(0)
})

test('tables and labels in another form are refused', () => {
  expect(() => parseTitles('id,title\n1,叉车\n', 'q.tsv', 'q_id')).toThrow(Stop)
  expect(() => parseTitles('q_id\tjobtitle\n', 'q.tsv', 'q_id')).toThrow(Stop)
  expect(() => parseQrels('1 11\n', 'r.tsv')).toThrow(Stop)
})
