import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificate, findCertificates } from './index.ts'

/** Codes found; ? marks what is only preferred. */
const found = (text: string): string =>
  findCertificates(text)
    .map(({ code, required }) => code + (required ? '' : '?'))
    .join(' ')

const cases = (table: Record<string, string>): void => {
  for (const [text, codes] of Object.entries(table)) expect(found(text), text).toBe(codes)
}

test('classes are read as the class they name', () => {
  cases({
    持N1叉车证: 'forklift-n1',
    N2叉车证: 'sightseeing-n2',
    叉车证: 'forklift-n1',
    '叉车司机（N1证）': 'forklift-n1',
    叉车工持证上岗: 'forklift-n1',
    起重指挥Q1证: 'crane-q1',
    行车证: 'crane-q2-bridge',
    电梯T证: 'elevator-t',
    持三副适任证书: 'seafarer-third-mate',
    无限航区大副证: 'seafarer-chief-mate',
  })
})

test('car classes of a list are alternatives, and the weakest that covers counts', () => {
  cases({
    持A2驾照: 'driving-a2',
    B2以上驾照: 'driving-b2',
    C1及以上驾照: 'driving-c1',
    'C1/C2驾照': 'driving-c2',
    驾照要求B1: 'driving-b1',
    A1或A2驾照: 'driving-a1|driving-a2',
    B照: 'driving-b1|driving-b2',
    A1客车司机: 'driving-a1',
    有驾照: 'driving',
    '有驾照，C1以上驾驶证': 'driving-c1',
  })
})

test('high and low voltage are two certificates', () => {
  cases({
    高压电工证: 'electric-high',
    低压电工证: 'electric-low',
    '高/低压电工证': 'electric-high electric-low',
    电工证: 'electrician',
    高级电工证: 'skill-electrician-3',
  })
})

test('levels, stages and subjects are told apart', () => {
  cases({
    日语N1: 'jlpt-n1',
    'JLPT N2以上': 'jlpt-n2',
    普通话二甲: 'mandarin-2a',
    普通话标准: '',
    'CET-4/6': 'cet-4',
    英语CET6: 'cet-6',
    高中教师资格证: 'teacher-senior',
    三级健康管理师: 'skill-health-manager-3',
    高级育婴师证: 'skill-infant-3',
    '一级建造师（市政）': 'constructor-1-municipal',
    '安全员B证、C证': 'safety-b safety-c',
    '雅思6.5': 'ielts',
    雅思老师: '',
  })
})

test('what is preferred in its clause is not required', () => {
  cases({
    有N1叉车证优先: 'forklift-n1?',
    '优先：持有N1叉车证': 'forklift-n1?',
    '有C1驾照（优先）': 'driving-c1?',
    '持C1驾照，有电工证者优先': 'driving-c1 electrician?',
    必须持N1叉车证有经验者优先: 'forklift-n1',
    '退伍军人优先，有驾照': 'driving',
    '优先条件：1.有叉车证；2.有驾照。任职要求：健康证': 'forklift-n1? driving? health',
    持叉车证或愿意考取: 'forklift-n1?',
  })
})

test('refusals, offers of training and other people’s certificates are not asked for', () => {
  for (const text of [
    '无需驾照',
    '不要求健康证',
    '驾照不限',
    '有无驾照均可',
    '公司免费考取N1叉车证',
    '提供叉车证培训',
    '叉车证可考',
    '入职后办理健康证',
    '可考证，无证可培训',
    '负责员工健康证的办理',
  ])
    expect(found(text), text).toBe('')
  expect(found('无驾照勿扰')).toBe('driving')
})

test('what stands in brackets or in a list shares the proof beside it', () => {
  cases({
    '需持有特种作业操作证（低压电工作业）': 'electric-low',
    '持有电工证（高压、低压）': 'electric-high electric-low',
    '叉车、装载机操作证': 'forklift-n1 loader',
    'Q2证（桥式起重机）': 'crane-q2-bridge',
    'N1/N2证': 'forklift-n1 sightseeing-n2',
    '电工证/焊工证': 'electrician|welding',
    小学语文教师资格证: 'teacher-primary',
    '三级（高级）育婴员': 'skill-infant-3',
  })
})

test('every car class is read as itself, alone and before 驾照', () => {
  for (const name of ['A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6']) {
    expect(found(`持${name}驾照`)).toBe(`driving-${name.toLowerCase()}`)
    expect(found(name)).toBe(`driving-${name.toLowerCase()}`)
  }
})

test('no text makes the reader throw, and every code found is of the vocabulary', () => {
  const piece = fc.constantFrom(
    ...'持有无需优先证驾照叉车电工高低压A1B2C1N1Q2教师资格（）、，或/普通话二甲安全员级'.split(''),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (text) => {
        for (const { code, evidence } of findCertificates(text)) {
          expect(certificate(code), code).toBeDefined()
          expect(evidence).not.toBe('')
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test('words that only share the letters are not certificates', () => {
  for (const text of [
    '会计师事务所',
    '统一建设',
    '基金证券',
    '委托业务',
    '大专八年',
    '自动化验证',
    '助理工程师',
    '三副',
    '停车场B1/B2层',
    'A4',
    'A4纸',
  ])
    expect(found(text), text).toBe('')
})

test('a certificate is found once, as required if anywhere required, with the clause as it was written', () => {
  expect(findCertificates('要求：持N1叉车证；叉车证优先')).toEqual([
    { code: 'forklift-n1', required: true, evidence: '要求：持N1叉车证' },
  ])
})

test('who has no certificate being welcome makes it a wish', () => {
  expect(findCertificates('有N1叉车证优先，无证可培训')).toMatchObject([{ code: 'forklift-n1', required: false }])
  expect(findCertificates('持N1叉车证，无证可考')).toMatchObject([{ code: 'forklift-n1', required: false }])
})
