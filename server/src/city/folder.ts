import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { division, divisionPath, divisionsUnder } from '@renshu/codes'
import type { z } from 'zod'
import type { City, CityDistrict } from './city.ts'
import type { Findings } from './findings.ts'
import { checkCalendar, checkDemo, checkDistricts, checkParameters } from './rules.ts'
import { CalendarFile, CityFile, DemoFile, DistrictsFile, type Parameter, ParametersFile } from './schema.ts'
import { type Calendar, daysWithin } from './working-days.ts'

const COUNTRY = '100000'
const NAME = /^(\d{6})-[a-z]+(?:-[a-z]+)*$/
/** Policies and services are read by their own packages. */
const SUBFOLDERS = ['parameters', 'calendar', 'policies', 'services']
const FILES = ['city.json', 'districts.json', 'demo.json', 'README.md']

/** A folder below `cities/`: of a city, or of a province or the country, which have parameters only. */
interface Folder {
  name: string
  code: string
}

/** The folders of a directory in the order of their codes; strange names are noted. */
export function foldersOf(directory: string, findings: Findings): Folder[] {
  const names = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map(({ name }) => ({ name, code: NAME.exec(name)?.[1] ?? '' }))
    .filter(({ name, code }) => {
      if (!code)
        findings.add(
          name,
          [],
          '文件夹名要写成 370200-qingdao 这样：区划代码和小写拼音',
          'name the folder like 370200-qingdao: division code and lower-case letters',
        )
      else if (code !== COUNTRY && !division(code))
        findings.add(name, [], `没有区划代码 ${code}`, `there is no division ${code}`)
      else return true
      return false
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

export const isCity = ({ code }: Folder): boolean => !code.endsWith('0000')

function read<T extends z.ZodType>(
  schema: T,
  directory: string,
  file: string,
  findings: Findings,
): z.output<T> | undefined {
  const path = join(directory, file)
  if (existsSync(path)) return findings.parse(schema, file, readFileSync(path, 'utf8'))
  findings.add(file, [], '缺少这个文件', 'this file is missing')
  return undefined
}

/** What a schema makes of each JSON file in a folder's subfolder; files that cannot be used are noted and left out. */
function readAll<T extends z.ZodType>(
  schema: T,
  directory: string,
  subfolder: string,
  findings: Findings,
): { file: string; value: z.output<T> }[] {
  if (!existsSync(join(directory, subfolder))) return []
  return readdirSync(join(directory, subfolder))
    .toSorted()
    .flatMap((each) => {
      const file = `${subfolder}/${each}`
      if (!each.endsWith('.json')) {
        findings.add(file, [], '不认识的文件，这里的文件以 .json 结尾', 'unknown file; those here end with .json')
        return []
      }
      const value = read(schema, directory, file, findings)
      return value === undefined ? [] : [{ file, value }]
    })
}

/** All parameters of a folder, from every file of its `parameters/`. */
function parametersIn(directory: string, { name }: Folder, findings: Findings): Parameter[] {
  const owner = new Map<string, string>()
  return readAll(ParametersFile, directory, `${name}/parameters`, findings).flatMap(({ file, value: parameters }) => {
    checkParameters({ findings, file }, parameters)
    for (const [at, { id }] of parameters.entries())
      if (owner.has(id) && owner.get(id) !== file)
        findings.add(file, [at, 'id'], `${owner.get(id)} 已有参数 ${id}`, `${owner.get(id)} has ${id} already`)
      else owner.set(id, file)
    return parameters
  })
}

/** The years of a folder, from every file of its `calendar/`, each named for its year. */
function yearsIn(directory: string, { name }: Folder, findings: Findings): CalendarFile[] {
  return readAll(CalendarFile, directory, `${name}/calendar`, findings).map(({ file, value }) => {
    checkCalendar({ findings, file }, value)
    if (file !== `${name}/calendar/${value.year}.json`)
      findings.add(file, ['year'], '与文件名的年份不同', 'differs from the year in the name of the file')
    return value
  })
}

function noteStrangers(directory: string, folder: Folder, findings: Findings): void {
  const expected = isCity(folder) ? FILES : ['README.md']
  for (const entry of readdirSync(join(directory, folder.name), { withFileTypes: true }))
    if (!(entry.isDirectory() ? SUBFOLDERS : expected).includes(entry.name))
      findings.add(
        `${folder.name}/${entry.name}`,
        [],
        '不认识的文件，请检查文件名',
        'nothing reads this; check its name',
      )
}

function districtsOf(listed: z.output<typeof DistrictsFile>): CityDistrict[] {
  return listed.flatMap(({ code, en, aliases }) => {
    const found = division(code)
    if (!found?.point) return []
    const streets = divisionsUnder(code).map((street) => ({ code: street.code, name: street.name }))
    return [{ code, name: { zh: found.name, en }, aliases, point: found.point, streets }]
  })
}

/** What a folder says about its city or about every city below it. */
interface Said {
  parameters: Parameter[]
  years: CalendarFile[]
}

const saidIn = (directory: string, folder: Folder, findings: Findings): Said => ({
  parameters: parametersIn(directory, folder, findings),
  years: yearsIn(directory, folder, findings),
})

/** Own first; what province and country say holds where the city says nothing. */
function inherited(code: string, regions: ReadonlyMap<string, Said>, own: Said): Pick<City, 'parameters' | 'calendar'> {
  const above = [...divisionPath(code).map((each) => each.code), COUNTRY].flatMap((each) => regions.get(each) ?? [])
  const all = [own, ...above]
  const parameters = new Map<string, Parameter>()
  for (const each of all.flatMap((said) => said.parameters)) if (!parameters.has(each.id)) parameters.set(each.id, each)
  const years = new Map<number, CalendarFile>()
  for (const each of all.flatMap((said) => said.years)) if (!years.has(each.year)) years.set(each.year, each)
  return { parameters: [...parameters.values()], calendar: calendarOf([...years.values()]) }
}

const calendarOf = (years: readonly CalendarFile[]): Calendar => ({
  years: new Set(years.map(({ year }) => String(year))),
  daysOff: new Set(years.flatMap(({ daysOff }) => daysOff.flatMap(({ from, until }) => daysWithin(from, until)))),
  worked: new Set(years.flatMap(({ worked }) => worked)),
})

/** A city as its folder says it, or undefined when one of its files cannot be used; everything wrong is noted. */
export function cityIn(
  directory: string,
  folder: Folder,
  regions: ReadonlyMap<string, Said>,
  findings: Findings,
): City | undefined {
  const { name, code } = folder
  noteStrangers(directory, folder, findings)
  const about = read(CityFile, directory, `${name}/city.json`, findings)
  const listed = read(DistrictsFile, directory, `${name}/districts.json`, findings)
  const demo = read(DemoFile, directory, `${name}/demo.json`, findings)
  const said = saidIn(directory, folder, findings)
  if (about && about.code !== code)
    findings.add(
      `${name}/city.json`,
      ['code'],
      `与文件夹名的代码 ${code} 不同`,
      `differs from ${code} in the folder's name`,
    )
  const own = divisionsUnder(code).map((each) => each.code)
  if (listed) checkDistricts({ findings, file: `${name}/districts.json` }, code, listed, own)
  if (demo) checkDemo({ findings, file: `${name}/demo.json` }, demo, own)
  if (!about || !listed || !demo) return undefined
  return { ...about, districts: districtsOf(listed), ...inherited(code, regions, said), demo }
}

/** What the provinces and the country say, by their code. */
export function regionsIn(directory: string, folders: readonly Folder[], findings: Findings): Map<string, Said> {
  const regions = folders.filter((folder) => !isCity(folder))
  for (const folder of regions) noteStrangers(directory, folder, findings)
  return new Map(regions.map((folder) => [folder.code, saidIn(directory, folder, findings)]))
}
