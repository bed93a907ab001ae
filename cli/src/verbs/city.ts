import { basename, dirname, resolve } from 'node:path'
import { type Answered, answered, checkCities, type City } from '@renshu/server'
import type { OptionOf } from '../commands.ts'
import { Stop } from '../failure/stop.ts'
import { type Arguments, takeOperands } from '../parse.ts'
import { type CityRules, faultsIn, rulesOf } from '../policy/folders.ts'
import { type Terminal, write } from '../terminal.ts'

/** `renshu city check [FOLDER]`: everything that is wrong in the folders of cities. */
export async function city(args: Arguments<OptionOf<'city'>>, terminal: Terminal): Promise<void> {
  const [subject, folder] = takeOperands('city', args.operands, ['check', 'FOLDER'], 1)
  if (subject !== 'check') throw new Stop('usage', (m) => m.city.unknownSubject(subject!))
  const { language, messages, output } = terminal
  const directory = folder ? dirname(resolve(folder)) : process.env['CITIES_DIR'] || undefined
  const only = folder && basename(resolve(folder))
  const { cities, findings } = checkCities(directory, only)
  const lines = [
    ...findings.map(({ file, path, reason }) => messages.city.finding(file, path, reason[language])),
    ...faultsIn(folder).map(({ file, line, reason }) => messages.city.finding(`${file}:${line}`, '', reason[language])),
  ]
  await write(output, lines.map((line) => `${line}\n`).join(''))
  if (lines.length) throw new Stop('failed', (m) => m.city.wrong(lines.length))
  const shown = only ? cities.filter(({ code }) => only.startsWith(code)) : cities
  for (const each of shown) {
    const rules = describeRules(rulesOf(each.code, folder), answered(), terminal)
    await write(output, `${[...describe(each, terminal), ...rules].join('\n')}\n`)
  }
}

/** What nobody answers is no fault: a later module, or another authority, may. */
function describeRules(
  { policies, services, records }: CityRules,
  { records: known }: Answered,
  { messages, language }: Terminal,
): string[] {
  const held = records.filter((name) => !known.has(name)).join(language === 'zh' ? '、' : ', ')
  return [messages.city.rules(policies, services), ...(held ? [messages.city.heldRecords(held)] : [])]
}

function describe({ code, name, districts, parameters, demo }: City, { language, messages }: Terminal): string[] {
  const streets = districts.reduce((sum, { streets: own }) => sum + own.length, 0)
  const examples = parameters.filter(({ values }) => values.some(({ example }) => example)).length
  return [
    messages.city.city(code, name[language], districts.length, streets),
    messages.city.parameters(parameters.length, examples),
    messages.city.demo(demo.agencies.count, demo.employers.count, demo.parks.length),
  ]
}
