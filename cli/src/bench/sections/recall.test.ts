import { MatchEngine } from '@renshu/match'
import { expect, test } from 'vitest'
import { SILENT } from '../../progress.ts'
import { openTown } from '../town/town.ts'
import { measureRecall } from './recall.ts'
import { measureVisibility } from './visibility.ts'

const town = openTown({ jobs: 50, talents: 100, seed: 1 })
const build = ({ jobs, talents, asOf } = town) =>
  MatchEngine.build({ jobs: jobs.records(), talents: talents.records(), asOf })
const shares = (engine: MatchEngine) =>
  measureRecall(engine, town, SILENT).section.figures.flatMap(({ name, value }) => (name === 'recall' ? value : []))

test('an engine over the same town has the whole recall both ways', () => {
  expect(shares(build())).toEqual([1, 1])
  expect(measureRecall(build(), town, SILENT).section.failure).toBeUndefined()
})

test('an engine over another town of the same ids has not, and the first difference is named', () => {
  const other = build(openTown({ jobs: 50, talents: 100, seed: 2 }))
  for (const share of shares(other)) expect(share).toBeLessThan(1)
  expect(measureRecall(other, town, SILENT).section.failure).toMatch(/^j\d{7} #\d+: .+ ≠ .+$/)
})

test('whoever is withdrawn and put again is missed and found by the very next question', () => {
  const engine = build()
  const { truths } = measureRecall(engine, town, SILENT)
  const section = measureVisibility(engine, truths)
  expect(section.failure).toBeUndefined()
  expect(section.figures.find(({ name }) => name === 'updates')?.value).toBeGreaterThan(0)
})

test('a record that comes back as another one is noticed', () => {
  const engine = build()
  const { truths } = measureRecall(engine, town, SILENT)
  const { asker, best } = truths.jobs.find(({ best }) => best.length > 0)!
  const [winner] = best
  best[0] = { ...winner!, record: { ...winner!.record, skills: [], wishes: [] } }
  expect(measureVisibility(engine, truths).failure).toContain(asker.id)
})
