import { layOutTable } from '../text/table.ts'
import { type Terminal, widthOf, write } from '../terminal.ts'
import { loadCity, regionOf, tellFaults } from './folders.ts'

/** `renshu policy list`: what a city has, its own and inherited. */
export async function list(city: string | undefined, isJson: boolean, terminal: Terminal): Promise<void> {
  const { policies, faults } = loadCity(city)
  await tellFaults(faults, terminal)
  const { language, messages, output } = terminal
  const rows = policies.map((each) => {
    const { key, title, subject, from, to } = each.prepared.policy
    return { key, title: title[language], subject, from, ...(to && { to }), region: regionOf(each) }
  })
  if (isJson) return write(output, `${JSON.stringify(rows)}\n`)
  const cells = rows.map(({ key, title, subject, from, to, region }) => [
    key,
    title,
    messages.policy.subjects[subject],
    messages.policy.period(from, to),
    region,
  ])
  const lines = layOutTable([messages.policy.columns, ...cells], { width: widthOf(output, 120) })
  await write(output, lines.map((line) => `${line}\n`).join(''))
}
