import { expect, test } from 'vitest'
import { countCorpus } from '../corpus.ts'
import { makeScene } from '../testing/fixtures.ts'
import { judge, makeBareJob, makeBareTalent } from '../testing/judge.ts'
import { testRules } from '../testing/rules.ts'
import { skills } from './skills.ts'
import { text } from './text.ts'

const skilled = (...skills: string[]) => ({ skills })
const wrote = (...terms: string[]) => ({ terms })
const prefers = (code: string) => ({ certificates: [{ code, required: false }] })
const requires = (code: string) => ({ certificates: [{ code, required: true }] })
const holds = (code: string) => ({ certificates: [code] })

// In these tables a job and a talent are all there is: what both have weighs ln(1 + 0.5 / 2.5) = 0.182, what one has
// ln(1 + 1.5 / 1.5) = 0.693.
const [BOTH, ONE] = [182, 693]
const ofTwo = Math.sqrt(BOTH / (BOTH + ONE))

testRules('skills', skills, [
  ['the only one', skilled('叉车'), skilled('叉车', '装卸'), 'kept', 'skills.all', 1],
  ['one of two', skilled('叉车', '盘点'), skilled('叉车'), 'kept', 'skills.some', ofTwo],
  ['none', skilled('叉车', '盘点'), skilled('装卸'), 'kept', 'skills.none', 0],
  ['none asked for', skilled(), skilled('叉车'), 'kept', 'skills.jobUnknown', 0.3],
  ['none stated', skilled('叉车'), skilled(), 'kept', 'skills.talentUnknown', 0.3],
  ['a preferred certificate', prefers('driving-c2'), holds('driving-c2'), 'kept', 'skills.all', 1],
  ['brought by one that covers it', prefers('driving-c3'), holds('driving-a2'), 'kept', 'skills.all', 1],
  ['not by one that it covers', prefers('driving-a2'), holds('driving-c3'), 'kept', 'skills.none', 0],
  ['one of two alternatives', prefers('driving-a1|driving-a2'), holds('driving-a1'), 'kept', 'skills.some', ofTwo],
  ['or the other', prefers('driving-a1|driving-a2'), holds('driving-a2'), 'kept', 'skills.some', ofTwo],
  ['a required one is no wish', requires('driving-c2'), holds('driving-c2'), 'kept', 'skills.jobUnknown', 0.3],
  ['a skill asked for twice', skilled('叉车', '叉车', '盘点'), skilled('叉车'), 'kept', 'skills.some', ofTwo],
])

// Both texts have the average length, so that a word found once counts 64 × 2.2 / 2.2 of the highest 141.
const found = (weight: number, whole: number) => Math.sqrt((weight * 64) / (whole * 141 * 0.2))

testRules('text', text, [
  ['a word among six', wrote(...'abcdef'), wrote('a'), 'kept', 'text.shared', found(BOTH, BOTH + 5 * ONE)],
  ['said twice is wanted once', wrote(...'aabcdef'), wrote('a'), 'kept', 'text.shared', found(BOTH, BOTH + 5 * ONE)],
  ['all words', wrote('a', 'b'), wrote('a', 'b'), 'kept', 'text.shared', 1],
  ['none', wrote('a'), wrote('b'), 'kept', 'text.none', 0],
  ['nothing said by the job', wrote(), wrote('b'), 'kept', 'text.unknown', 0.3],
  ['nothing said by the talent', wrote('a'), wrote(), 'kept', 'text.unknown', 0.3],
])

test.each([
  [['盘点'], { shared: ['盘点'], missing: ['叉车'] }],
  [[], { missing: ['叉车', '盘点'] }],
])('the reason names what %j share and what is missing', (brought, values) => {
  expect(judge(skills, skilled('叉车', '盘点'), skilled(...brought)).reason.values).toEqual(values)
})

test('the reason of the text names the four words that tell most', () => {
  const job = makeBareJob(wrote(...'abcdef'))
  const talent = makeBareTalent(wrote(...'abcdef'))
  const crowd = [...'ab'].map((word) => makeBareTalent(wrote(word)))
  const { explain } = text.judge(text.ofJob(job), text.ofTalent(talent), makeScene([job], [talent, ...crowd]))
  expect(explain().values['words']).toEqual(['c', 'd', 'e', 'f'])
})

test('a skill weighs by how few records of both sides name it; records without any do not count', () => {
  const talents = [skilled('装卸'), skilled('装卸', '装卸'), skilled('叉车'), skilled()].map(makeBareTalent)
  const { skillWeight, termWeight } = countCorpus([makeBareJob(skilled('叉车', '装卸'))], talents)
  // ln(1 + 1.5 / 3.5), ln(1 + 2.5 / 2.5) and ln(1 + 4.5 / 0.5) of four records.
  expect(['装卸', '叉车', '焊接'].map(skillWeight)).toEqual([357, 693, 2303])
  // ln(1 + 0.5 / 0.5) of none.
  expect(termWeight('装卸')).toBe(693)
})

test('what everybody names still weighs something', () => {
  const crowd = Array.from({ length: 1500 }, () => makeBareTalent(wrote('工作')))
  expect(countCorpus([], crowd).termWeight('工作')).toBe(1)
})

test('a word counts less in a longer text, and more when repeated, by the lengths of the talents who wrote', () => {
  const talents = [wrote('a', 'b'), wrote('a', 'a', 'b', 'c'), wrote()].map(makeBareTalent)
  const { frequency } = countCorpus([makeBareJob(wrote(...'abcdefghij'))], talents)
  // 64 × 2.2 n / (n + 1.2 (0.25 + 0.75 length / 3)): the average length is 3.
  expect([frequency(1, 2), frequency(1, 3), frequency(1, 4), frequency(2, 4)]).toEqual([74, 64, 56, 80])
})

test('without any text a word counts as in a text of one word', () => {
  expect(countCorpus([], []).frequency(1, 1)).toBe(64)
})
