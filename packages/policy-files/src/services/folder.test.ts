import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawService, simulate } from '@renshu/cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadServices } from './folder.ts'

const CITIES = join(import.meta.dirname, '../../../../cities')
const qingdao = loadServices(CITIES, '370200')
const rizhao = loadServices(CITIES, '371100')
const keysOf = ({ services }: typeof qingdao) => services.map(({ prepared }) => prepared.service.key).toSorted()
const SERVICE = '370000-shandong/services/skill-subsidy.yaml'

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'services-'))
})
afterAll(() => rmSync(copy, { recursive: true }))

/** The line of a file as it was last changed, from 1, on which `text` first begins. */
function lineOf(file: string, text: string): number {
  const written = readFileSync(join(copy, file), 'utf8')
  return written.slice(0, written.indexOf(text)).split('\n').length
}

/** Faults of Qingdao after one place of a file was changed, but for those of other files that follow from it. */
function faultsAfter(file: string, find: string, put: string): string[] {
  cpSync(CITIES, copy, { recursive: true })
  const text = readFileSync(join(CITIES, file), 'utf8')
  expect(text).toContain(find)
  writeFileSync(join(copy, file), text.replace(find, put))
  const { faults, services } = loadServices(copy, '370200')
  if (!file.endsWith('.flow.yaml')) expect(services).toHaveLength(qingdao.services.length - 1)
  return faults.map(({ file: where, line, reason }) => `${where}:${line} ${reason.zh}`)
}

test('the services of both cities have no fault', () => {
  expect(qingdao.faults).toEqual([])
  expect(rizhao.faults).toEqual([])
  expect(keysOf(qingdao)).toHaveLength(17)
  expect(keysOf(rizhao)).toEqual(
    expect.arrayContaining(['agency-licence', 'job-retention-refund', 'park-admission', 'park-rent']),
  )
})

test('a file with a fault is left out whole, and the fault named with file and line', () => {
  expect(faultsAfter(SERVICE, 'flow: subsidy', 'flow: gift')).toEqual([
    `${SERVICE}:${lineOf(SERVICE, 'flow: ')} 没有流程“gift”`,
  ])
  expect(faultsAfter(SERVICE, 'applicant: person', 'applicant: dog')[0]).toContain(
    `${SERVICE}:${lineOf(SERVICE, 'applicant: ')} applicant：`,
  )
  expect(faultsAfter(SERVICE, 'policy: { key: skill-subsidy }', 'policy: { key: none }')).toEqual([
    `${SERVICE}:${lineOf(SERVICE, 'policy: {')} policy.key：没有政策“none”`,
  ])
  expect(
    faultsAfter(SERVICE, 'source: handling\n    clause: 第二十四条第三款\nclocks', 'source: handling\nclocks')[0],
  ).toContain(`${SERVICE}:${lineOf(SERVICE, '- id: certificate')} papers[0]：没有写明条款`)
})

test('a fault of a shared flow is named where it was written', () => {
  const file = '370000-shandong/services/subsidy.flow.yaml'
  const faults = faultsAfter(file, '        notSameAs: [pass]\n      - id: sendBack', '      - id: sendBack')
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(new RegExp(`^${file}:${lineOf(file, '- id: pay\n')} .*不经过两个不同的人就到付款`))
})

test('every service can be drawn', () => {
  for (const { prepared } of qingdao.services) {
    const { nodes, lines } = drawService(prepared)
    expect(nodes).toHaveLength(prepared.stages.size)
    expect(lines).toHaveLength(prepared.steps.size)
  }
})

test('some thousand random commands over all services break no rule', () => {
  const services = [...qingdao.services, ...rizhao.services].map(({ prepared }) => prepared)
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const { violations, accepted } = simulate(services, 3, 3000, hash)
  expect(violations).toEqual([])
  expect(accepted).toBeGreaterThan(800)
})
