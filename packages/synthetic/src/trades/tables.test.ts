import { certificate, industry, knownTitles, skillNames } from '@renshu/codes'
import { expect, test } from 'vitest'
import { COMMON, LICENCES } from './certificate-table.ts'
import { DEMAND } from './demand-table.ts'
import { MARKETS } from './market-table.ts'
import { makeTrades } from './trade.ts'

const trades = makeTrades()
const tradeOf = new Map(knownTitles().map(({ title, codes }) => [title, codes[0]]))
const find = (title: string) => trades.find(({ code }) => code === tradeOf.get(title))!

test('every title of the tables stands for a trade', () => {
  const titles = [...DEMAND.map(([title]) => title), ...LICENCES.map(([title]) => title)]
  expect(titles.filter((title) => !find(title))).toEqual([])
})

test('every certificate and 门类 of the tables exists', () => {
  const codes = [...LICENCES.map(([, code]) => code), ...COMMON.map(([code]) => code)]
  expect(codes.filter((code) => !certificate(code))).toEqual([])
  expect(MARKETS.flatMap((row) => String(row.at(-1)).split('')).filter((letter) => !industry(letter))).toEqual([])
})

test('a trade has titles, pay and skills of the vocabulary', () => {
  const known = new Set(skillNames())
  expect(trades.length).toBeGreaterThan(1_500)
  const isWhole = ({ titles, market, skills }: (typeof trades)[number]) =>
    titles.length > 0 && market.pay > 3_000 && skills.length > 10 && skills.every((skill) => known.has(skill))
  expect(trades.filter((trade) => !isWhole(trade))).toEqual([])
})

test('the title of the demand table leads its trade', () => {
  expect(find('叉车司机').titles[0]).toBe('叉车司机')
  expect(find('普工').titles[0]).toBe('普工')
})

test('a trade is known for what its titles name', () => {
  expect(find('焊工').skills.slice(0, 5)).toContain('电焊')
  expect(find('会计').skills.slice(0, 10)).toContain('会计')
})

test('trades with a levelled examination have its levels', () => {
  const codes = find('焊工').licences.map((licence) => licence.certificate)
  expect(codes).toEqual(expect.arrayContaining(['welding-fusion', 'skill-welder-5', 'skill-welder-2']))
})

test('officials, soldiers and titles for men or women only are left out', () => {
  expect(trades.filter(({ code }) => /^(?:1-0[1-5]|7)/.test(code))).toEqual([])
  expect(trades.flatMap(({ titles }) => titles).filter((title) => /^[男女]/.test(title))).toEqual([])
})
