import { countCorpus } from '@renshu/match'
import { expect, test } from 'vitest'
import { groupsOfJob, groupsOfTalent, rarestSkills } from './candidates.ts'
import { makeTown } from './testing/town.ts'

const { jobs, talents, scene } = makeTown(1, 1)
const [job, talent] = [jobs[0]!, talents[0]!]
const as = (...codes: string[]) => ({ title: '', occupations: codes.map((code) => ({ code, confidence: 1 })) })

test('the 小类 of an occupation is its first three parts, named once', () => {
  expect(groupsOfJob({ ...job, ...as('6-30-05-01', '6-30-05-02', '4-02-02-01') })).toEqual(['6-30-05', '4-02-02'])
})

test('a wider code lies in no 小类', () => {
  expect(groupsOfJob({ ...job, ...as('6-30', '6') })).toEqual([])
})

test('all wishes of a talent count', () => {
  expect(groupsOfTalent({ ...talent, wishes: [as('6-30-05-01'), as(), as('4-02-02-01')] })).toEqual([
    '6-30-05',
    '4-02-02',
  ])
})

test('the rarest skills are those that fewest name', () => {
  const skills = ['a', 'b', 'c', 'd']
  const held = (...skills: string[]) => ({ ...talent, certificates: [], skills })
  const crowd = [held('b'), held('b', 'd'), held('b', 'd', 'a'), held('b', 'd', 'a', 'c')]
  const asked = { ...job, skills, certificates: [] }
  expect(rarestSkills(asked, { ...scene, corpus: countCorpus([], crowd) })).toEqual(['c', 'a', 'd'])
})
