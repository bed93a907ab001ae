import type { Plain } from '@renshu/policy'
import { readDate } from '@renshu/intake'
import { insertMany } from '../../../platform/bulk/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import type { Config } from '../../../platform/config.ts'
import type { Applied, BatchDesk, Rejected, TableKind } from '../../../platform/imports/index.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import type { PolicyPorts } from '../ports.ts'
import { type AskedRecord, normalValue } from '../records/held.ts'
import { tables } from '../tables.ts'
import { type Around, lookAround } from './around.ts'
import { explainReject, type RejectReason } from './reasons.ts'
import { type HeldRow, readHeldRows } from './rows.ts'

interface Placed {
  line: number
  subject: RecordSubject
  record: string
  value: Plain
  on: string
  statedBy: string
}

type Judged<T> =
  | T
  | { reason: RejectReason; column: 'creditCode' | 'residentId' | 'record' | 'value' | 'on' | 'statedBy' }

function subjectOf({ cells }: HeldRow, around: Around): Judged<{ subject: RecordSubject }> {
  const { own } = around
  if (cells.creditCode) {
    const found = around.organisations.get(cells.creditCode.toUpperCase())
    if (!found) return { reason: 'subject.unknown', column: 'creditCode' }
    if (!around.mayIn(found.district)) return { reason: 'subject.otherDistrict', column: 'creditCode' }
    if (own.has(found.id)) return { reason: 'subject.own', column: 'creditCode' }
    return { subject: { kind: 'organisation', id: found.id } }
  }
  if (!cells.residentId) return { reason: 'subject.missing', column: 'creditCode' }
  if (!around.mayReadPeople) return { reason: 'subject.notYours', column: 'residentId' }
  const person = around.people.get(cells.residentId)
  if (!person) return { reason: 'subject.unknown', column: 'residentId' }
  if (own.has(person.id)) return { reason: 'subject.own', column: 'residentId' }
  if (!around.mayOf(person)) return { reason: 'subject.otherDistrict', column: 'residentId' }
  return { subject: { kind: 'person', id: person.id } }
}

const YES = new Set(['是', '有', 'true', 'yes', '1'])
const NO = new Set(['否', '无', 'false', 'no', '0'])

/** What a cell says, in the type of the fact; yes and no in the words of tables. */
function valueOf(asked: AskedRecord, written: string): Plain | undefined {
  const { type } = asked.asking[0]
  const word = written.trim().toLowerCase()
  if (type === 'boolean') return YES.has(word) ? true : NO.has(word) ? false : undefined
  if (type === 'list')
    return normalValue(
      asked,
      written.split(/[、,，;；]/).map((item) => item.trim()),
    )
  if (type === 'date') return normalValue(asked, readDate(written))
  return normalValue(asked, written.replaceAll(/[,，](?=\d{3})/g, '').trim())
}

function judge(row: HeldRow, around: Around): Judged<Placed> {
  const { cells, line } = row
  if (row.broken) return { reason: 'row.broken', column: 'record' }
  const found = subjectOf(row, around)
  if ('reason' in found) return found
  const { subject } = found
  const asked = around.asked.find(({ name, kind }) => name === cells.record && kind === subject.kind)
  if (!asked || around.answered(subject.kind, asked.name)) return { reason: 'record.unknown', column: 'record' }
  const value = valueOf(asked, cells.value ?? '')
  if (value === undefined) return { reason: 'value.wrong', column: 'value' }
  const on = readDate(cells.on ?? '')
  if (!on) return { reason: 'day.unreadable', column: 'on' }
  if (on > dayOf(around.desk.now())) return { reason: 'day.future', column: 'on' }
  if (!cells.statedBy) return { reason: 'source.missing', column: 'statedBy' }
  return { line, subject, record: asked.name, value, on, statedBy: cells.statedBy.slice(0, 100) }
}

/** Of a resident id only its end is shown again. */
const masked = (column: string, value: string): string =>
  column === 'residentId' && value.length > 4
    ? `${'*'.repeat(value.length - 4)}${value.slice(-4)}`
    : value.slice(0, 200)

const SAME = ({ subject, record, on, statedBy }: Placed): string =>
  [subject.kind, subject.id, record, on, statedBy].join(' ')

/** What is held already of these subjects, so that the same table again changes nothing. */
async function heldAlready({ tx, city }: BatchDesk, placed: readonly Placed[]): Promise<Map<string, string>> {
  if (placed.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('policy.heldFact')
    .select(['subjectKind', 'subjectId', 'record', 'value', 'onDay', 'statedBy'])
    .where('city', '=', city)
    .where('subjectId', 'in', [...new Set(placed.map(({ subject }) => subject.id))])
    .where('withdrawnAt', 'is', null)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  return new Map(
    rows.map((row) => [
      [row.subjectKind, row.subjectId, row.record, row.onDay, row.statedBy].join(' '),
      JSON.stringify(row.value),
    ]),
  )
}

async function write(
  around: Around,
  placed: readonly Placed[],
): Promise<Pick<Applied, 'created' | 'updated' | 'unchanged'>> {
  const { desk, importedBy } = around
  const { tx, city, newId, now } = desk
  const held = await heldAlready(desk, placed)
  // Of two rows that say different things of one day the later one holds.
  const once = new Map(placed.map((one) => [SAME(one), one]))
  const fresh = [...once].filter(([same, { value }]) => held.get(same) !== JSON.stringify(value))
  const updated = fresh.filter(([same]) => held.has(same)).length
  await insertMany(
    tx,
    'policy.held_fact',
    fresh.map(([, { subject, record, value, on, statedBy }]) => ({
      city,
      id: newId(),
      subjectKind: subject.kind,
      subjectId: subject.id,
      record,
      value,
      onDay: on,
      statedBy,
      recordedAt: now(),
      recordedBy: importedBy,
    })),
  )
  return { created: fresh.length - updated, updated, unchanged: placed.length - fresh.length }
}

/** Tables of what other authorities state of people and organisations. */
export const heldFactsTable = (ports: PolicyPorts, config: Pick<Config, 'CITIES_DIR'>): TableKind<HeldRow> => ({
  schema: 'policy',
  batches: (path, part) => readHeldRows(path, part),
  async take(desk, source, batch) {
    const around = await lookAround(ports, desk, config, source, batch)
    const placed: Placed[] = []
    const rejected: Rejected[] = []
    for (const row of batch) {
      const judged = judge(row, around)
      if ('reason' in judged) {
        const { reason, column } = judged
        rejected.push({
          line: row.line,
          column: row.columns[column] ?? '',
          value: masked(column, row.cells[column] ?? ''),
          reason,
        })
      } else placed.push(judged)
    }
    return { ...(await write(around, placed)), waiting: 0, rejected }
  },
  explain: explainReject,
})
