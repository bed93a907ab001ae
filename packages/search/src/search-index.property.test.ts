import { array, assert, constantFrom, oneof, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { ALL_PARTS } from './question/groups.ts'
import { SearchIndex } from './search-index.ts'
import { anyDocument, anyFilters, anyWords } from './testing/documents.ts'
import { countByCode, passes, says } from './testing/naive.ts'
import { type Column, type Document, type Filters, type Question, type Sort } from './types.ts'

const ON = '2026-11-28'
/** The oracle knows words and pairs; sounds, other names and wishes have tests of their own. */
const PLAIN = { ...ALL_PARTS, pinyin: false, synonyms: false, spelling: false, wishes: false }
const COLUMNS: Column[] = ['place', 'occupation', 'welfare', 'education']

const anyStep = oneof(
  { weight: 4, arbitrary: anyDocument.map((document) => ({ document, id: document.id })) },
  { weight: 1, arbitrary: anyDocument.map(({ id }) => ({ document: undefined, id })) },
)
type Step = { document: Document | undefined; id: string }

/** The index and a plain list after the same history. */
const live = (steps: readonly Step[]): { index: SearchIndex; documents: Document[] } => {
  const index = new SearchIndex(PLAIN, { fewestDead: 3 })
  const known = new Map<string, Document>()
  for (const { document, id } of steps) {
    if (document) index.put(document)
    else index.remove(id)
    if (document) known.set(id, document)
    else known.delete(id)
  }
  return { index, documents: [...known.values()] }
}

const anyHistory = array(anyStep, { maxLength: 60 })
const anySort = constantFrom<Sort>('best', 'newest', 'pay', 'near')
const ids = (documents: readonly { id: string }[]): string[] => documents.map(({ id }) => id).sort()

test('whatever came and went, a search finds what the naive reading finds, and counts it', () => {
  assert(
    property(anyHistory, anyFilters, anyWords, anySort, (steps, filters, text, sort) => {
      const { index, documents } = live(steps)
      const wanted = documents.filter((document) => says(document, text) && passes(document, filters))
      // Where no record has all the words, those with some of them are shown: not what is tested here.
      if (wanted.length === 0 && text !== '') return
      const answer = index.search({ text, filters, sort, on: ON, limit: 100, from: '370202' })
      expect(answer.total).toBe(wanted.length)
      expect(ids(answer.hits)).toEqual(ids(wanted))
      expect(index.size).toBe(documents.length)
      expect(index.matching({ text, filters, on: ON }).sort()).toEqual(ids(wanted))
    }),
    { numRuns: 300 },
  )
})

test('a facet counts what its own filter would leave open', () => {
  assert(
    property(anyHistory, anyFilters, anyWords, (steps, filters, text) => {
      const { index, documents } = live(steps)
      if (!documents.some((document) => says(document, text) && passes(document, filters)) && text !== '') return
      const { facets } = index.search({ text, filters, on: ON, limit: 1, facets: COLUMNS })
      for (const column of COLUMNS) {
        const counted = documents.filter((document) => says(document, text) && passes(document, filters, column))
        const facet = facets.get(column)!
        expect(facet).toEqual(countByCode(counted, column, facet.keys()))
        expect(counted.length === 0).toBe(facet.size === 0)
      }
    }),
    { numRuns: 200 },
  )
})

test('a step of pay, of days or of distance counts what a filter by it would leave', () => {
  const steps = { pay: [0, 300_000, 500_000, 800_000], since: ['2026-01-01', ON], km: [1, 30, 150, 2000] }
  const from = '370202'
  assert(
    property(anyHistory, anyFilters, anyWords, (history, filters, text) => {
      const { index, documents } = live(history)
      if (!documents.some((document) => says(document, text) && passes(document, filters)) && text !== '') return
      const left = (kind: 'pay' | 'since' | 'place', own: Filters) =>
        documents.filter((document) => says(document, text) && passes(document, filters, kind) && passes(document, own))
          .length
      expect(index.search({ text, filters, on: ON, limit: 1, steps, from }).steps).toEqual({
        pay: steps.pay.map((pay) => left('pay', { pay })),
        since: steps.since.map((since) => left('since', { since })),
        km: steps.km.map((km) => left('place', { around: { place: from, km } })),
      })
    }),
    { numRuns: 200 },
  )
})

const pages = (index: SearchIndex, question: Omit<Question, 'limit'>, limit: number): string[] => {
  const seen: string[] = []
  for (let after: Question['after']; ;) {
    const { hits, next } = index.search({ ...question, limit, after })
    seen.push(...hits.map(({ id }) => id))
    if (!next) return seen
    after = next
  }
}

test('pages put together are the one long page, in its order, by every way to sort', () => {
  assert(
    property(anyHistory, anyWords, anySort, constantFrom(1, 2, 5), (steps, text, sort, limit) => {
      const { index } = live(steps)
      const question = { text, sort, on: ON, from: '370202' } as const
      const whole = index.search({ ...question, limit: 1000 })
      expect(pages(index, question, limit)).toEqual(whole.hits.map(({ id }) => id))
      expect(whole.next).toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('whatever is typed is answered', () => {
  const anyText = oneof(
    string({ unit: 'grapheme', maxLength: 40 }),
    array(
      constantFrom('叉', '车', '三千', ' ', '包住', '黄岛', '1', '-', '！', '😀', 'a', '(', '【', '以上', '%', '\\'),
    ).map((parts) => parts.join('')),
  )
  const whole = new SearchIndex()
  whole.put({ id: 'a', title: '叉车司机', codes: { place: ['370211'] }, on: ON })
  assert(
    property(record({ text: anyText, sort: anySort }), ({ text, sort }) => {
      const { total, hits } = whole.search({ text, sort, on: ON, limit: 10 })
      expect(hits.length).toBe(total)
      expect(whole.complete(text, 5).length).toBeLessThanOrEqual(5)
    }),
    { numRuns: 500 },
  )
})
