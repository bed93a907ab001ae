import { expect, test } from 'vitest'
import { toyTitles } from './testing/judge.ts'
import { LEARNED_TITLES, rememberVectors } from './titles.ts'

test('the vector of each title is worked out once', () => {
  const asked: string[] = []
  const toy = toyTitles({ '叉车工|会计': 0.25 })
  const titles = rememberVectors({ ...toy, vector: (title) => (asked.push(title), toy.vector(title)) })
  const [a, b] = [titles.vector('叉车工'), titles.vector('会计')]
  expect([titles.vector('叉车工'), titles.vector('会计')]).toEqual([a, b])
  expect(asked).toEqual(['叉车工', '会计'])
  expect(titles.similarity(a, b)).toBe(0.25)
})

test('the learned titles are the ones that are alike to themselves', () => {
  const { vector, similarity } = LEARNED_TITLES
  expect(similarity(vector('叉车工'), vector('叉车工'))).toBeCloseTo(1, 6)
  expect(similarity(vector('叉车工'), vector('会计'))).toBeLessThan(0.5)
})
