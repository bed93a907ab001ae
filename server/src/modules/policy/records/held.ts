import {
  Day,
  type HeldFact,
  type HeldFactsOf,
  Id,
  type Input,
  Instant,
  type policyRoutes,
  type RecordInUse,
} from '@renshu/contracts'
import type { Field } from '@renshu/cases'
import { type Fact, type Plain, readValue, showValue, typeOf, writeValue } from '@renshu/policy'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/http/index.ts'
import { pageOf, readPlace } from '../../../platform/pages.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { type PolicyDesk, todayOf } from '../desk.ts'
import { plainView } from '../deciding/view.ts'
import { fail } from '../errors.ts'
import { recordsOfServices } from '../library/files.ts'
import { policiesInUse } from '../library/in-use.ts'
import { withLook } from '../looks.ts'
import type { PolicyPorts } from '../ports.ts'
import { findSubject, requireOther, requireStater } from '../subjects.ts'
import { type HeldFactRow, tables } from '../tables.ts'
import { isAccountRecord, maskAccount } from './accounts.ts'
import { namesAnswered } from './read.ts'

type Kind = RecordSubject['kind']

/** How a record is asked for: by a fact of a policy, by a field of a form, or in the place of a paper. */
interface Asking {
  label: string
  type: Field['type']
  options: readonly string[]
  /** Codes of the districts that are its options. */
  codes?: ReadonlyMap<string, string>
}
/** A record that policies or services in use ask for. */
export interface AskedRecord {
  name: string
  kind: Kind
  asking: readonly [Asking, ...Asking[]]
  policies: readonly string[]
}

/** Records by name and kind of subject. */
export async function askedRecords(desk: PolicyDesk): Promise<AskedRecord[]> {
  const found = new Map<string, AskedRecord>()
  const add = (name: string, kind: Kind, asking: Asking, policies: readonly string[]) => {
    const before = found.get(`${kind} ${name}`)
    found.set(`${kind} ${name}`, {
      name,
      kind,
      asking: before ? [...before.asking, asking] : [asking],
      policies: [...new Set([...(before?.policies ?? []), ...policies])],
    })
  }
  for (const { key, prepared } of (await policiesInUse(desk)).values()) {
    const { subject, facts } = prepared.policy
    for (const { record, name, type, options = [] } of facts)
      if (record !== undefined) add(record, subject, { label: name, type, options }, [key])
  }
  const districts = desk.cities.get(desk.city)?.districts ?? []
  const codes = new Map(districts.map(({ code, name }) => [name.zh, code]))
  const ofDistrict = { options: [...codes.keys()], codes }
  for (const { record, kind, ...asking } of recordsOfServices(desk))
    add(record, kind, { ...asking, ...(asking.type === 'district' && ofDistrict) }, [])
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** In words of everybody who asks for it. */
const labelOf = ({ asking }: Pick<AskedRecord, 'asking'>): string =>
  [...new Set(asking.map(({ label }) => label))].join('、')

const isOfPolicies = (type: Field['type']): type is Fact['type'] => type !== 'text' && type !== 'district'

export async function listRecords(ports: PolicyPorts, desk: PolicyDesk): Promise<{ items: RecordInUse[] }> {
  const asked = await askedRecords(desk)
  return {
    items: asked.map(({ name, kind, asking, policies }) => ({
      name,
      label: labelOf({ asking }),
      type: isOfPolicies(asking[0].type) ? asking[0].type : null,
      options: [...new Set(asking.flatMap(({ options }) => options))],
      subject: kind,
      answeredBy: namesAnswered(ports, kind).has(name) ? 'module' : 'held',
      policies: [...policies],
    })),
  }
}

const TYPES: Record<Field['type'], { zh: string; en: string }> = {
  money: { zh: '金额（如 22189.16，单位元）', en: 'an amount like 22189.16, in yuan' },
  ratio: { zh: '比例（如 5.5%）', en: 'a ratio like 5.5%' },
  integer: { zh: '整数', en: 'a whole number' },
  date: { zh: '日期（如 2025-01-31）', en: 'a date like 2025-01-31' },
  months: { zh: '月数', en: 'a number of months' },
  days: { zh: '天数', en: 'a number of days' },
  boolean: { zh: '是或否', en: 'yes or no' },
  choice: { zh: '选项', en: 'one of' },
  list: { zh: '选项的列表', en: 'a list of' },
  text: { zh: '文字', en: 'words' },
  district: { zh: '区市的名称或六位代码', en: 'a district, by name or its six digits' },
}

/** What a value of the record must be. */
export function neededFor({ asking }: AskedRecord, language: 'zh' | 'en'): string {
  const options = [...new Set(asking.flatMap(({ options }) => options))]
  const name = TYPES[asking[0].type][language]
  return options.length === 0 ? name : `${name}（${options.join('、')}）`
}

const LONGEST_TEXT = 200

/** A district by its code, which need not be one of the city's, or by the name of one that is. */
function readDistrict(codes: ReadonlyMap<string, string>, words: string): { plain: Plain; shown: string } | undefined {
  const code = codes.get(words) ?? words
  const name = [...codes].find(([, one]) => one === code)?.[0]
  return /^\d{6}$/.test(code) ? { plain: code, shown: name ?? code } : undefined
}

function readBy(
  { type, options, codes = new Map() }: Asking,
  given: unknown,
): { plain: Plain; shown: string } | undefined {
  if (!isOfPolicies(type)) {
    const words = typeof given === 'string' ? given.trim() : ''
    if (type === 'district') return readDistrict(codes, words)
    const isGood = words !== '' && words.length <= LONGEST_TEXT
    return isGood ? { plain: words, shown: words } : undefined
  }
  const of = typeOf(type, options)
  const value = readValue(of, given)
  return value === undefined ? undefined : { plain: writeValue(of, value), shown: showValue(of, value) }
}

/** The value in its one spelling, as the first who asks can use it; undefined where none can. */
export const normalValue = ({ asking }: AskedRecord, given: unknown): Plain | undefined =>
  asking.map((one) => readBy(one, given)).find((read) => read !== undefined)?.plain

function shownBy(asked: AskedRecord | undefined, plain: Plain): string {
  const read = asked?.asking.map((one) => readBy(one, plain)).find((one) => one !== undefined)
  return read?.shown ?? (typeof plain === 'string' ? plain : JSON.stringify(plain))
}

/** As an officer sees them: of an account its end. */
const maskedViews = async (desk: PolicyDesk, rows: readonly HeldFactRow[]): Promise<HeldFact[]> =>
  (await viewsOf(desk, rows)).map((fact) =>
    isAccountRecord(fact.record) && typeof fact.value === 'string'
      ? { ...fact, value: maskAccount(fact.value), shown: maskAccount(fact.shown) }
      : fact,
  )

async function viewsOf(desk: PolicyDesk, rows: readonly HeldFactRow[]): Promise<HeldFact[]> {
  const asked = await askedRecords(desk)
  return rows.map((row) => {
    const one = asked.find(({ name, kind }) => name === row.record && kind === row.subjectKind)
    return {
      id: row.id,
      record: row.record,
      label: one ? labelOf(one) : row.record,
      value: plainView(row.value)!,
      shown: shownBy(one, row.value),
      on: row.onDay,
      statedBy: row.statedBy,
      recordedAt: row.recordedAt.toISOString(),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      withdrawnWhy: row.withdrawnWhy,
    }
  })
}

const HeldPlace = z.tuple([z.string(), Day, Instant, Id])

/**
 * What is held of a subject, withdrawn records too, by record and the newest first; as far as the caller may see it.
 * @throws platform.badCursor
 */
export async function heldFactsOf(
  desk: PolicyDesk,
  { kind, id }: RecordSubject,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  views = viewsOf,
): Promise<{ items: HeldFact[]; next: string | null; total: number }> {
  const after = readPlace(cursor, HeldPlace)
  const held = tables(desk.tx)
    .selectFrom('policy.heldFact')
    .where('city', '=', desk.city)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
  const rows = await held
    .selectAll()
    .$if(after !== undefined, (query) => {
      const [record, on, recordedAt, last] = after!
      return query.where(
        sql<boolean>`(record > ${record} or record = ${record}
          and (on_day, recorded_at, id) < (${on}::date, ${recordedAt}::timestamptz, ${last}::uuid))`,
      )
    })
    .orderBy('record')
    .orderBy('onDay', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await held.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const found = pageOf(rows, limit, total, (one) => [one.record, one.onDay, one.recordedAt.toISOString(), one.id])
  return { ...found, items: await views(desk, found.items) }
}

type Inputs = { [Name in keyof typeof policyRoutes]: Input<(typeof policyRoutes)[Name]> }

/** @throws policy.noSubject */
export const lookAtHeldFacts = (ports: PolicyPorts) =>
  withLook<Inputs['lookAtHeldFacts'], HeldFactsOf>(ports, {
    what: 'heldFacts',
    async answer({ body }, context) {
      const { kind, id, name } = await findSubject(ports, context, body.subject)
      const held = await context.asSystem(() => heldFactsOf(context, { kind, id }, body, maskedViews))
      return { subject: { kind, id, name }, ...held }
    },
  })

/** The record, as held facts may state it. @throws policy.unknownRecord */
export function heldRecord(ports: PolicyPorts, asked: readonly AskedRecord[], name: string, kind: Kind): AskedRecord {
  const found = asked.find((one) => one.name === name && one.kind === kind)
  if (!found || namesAnswered(ports, kind).has(name)) throw fail.unknownRecord({ record: name })
  return found
}

/** @throws policy.noSubject, policy.noDuty, policy.ownCase, policy.unknownRecord, policy.wrongValue, policy.futureDay */
export async function recordHeldFact(
  ports: PolicyPorts,
  context: Context,
  { subject: ref, record, value, on, statedBy }: Inputs['recordHeldFact']['body'],
): Promise<HeldFact> {
  const { city, now, newId, actor, language } = context
  const { kind, id: subjectId, district } = await findSubject(ports, context, ref)
  await requireOther(context, { kind, id: subjectId })
  await requireStater(ports, context, district ?? undefined)
  const asked = heldRecord(ports, await askedRecords(context), record, kind)
  const normal = normalValue(asked, value)
  if (normal === undefined) throw fail.wrongValue({ record, needed: neededFor(asked, language) })
  if (on > todayOf(context)) throw fail.futureDay()
  const row: HeldFactRow = {
    city,
    id: newId(),
    subjectKind: kind,
    subjectId,
    record,
    value: normal,
    onDay: on,
    statedBy,
    recordedAt: now(),
    recordedBy: actor.personId,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnWhy: null,
  }
  await context.asSystem(() =>
    tables(context.tx)
      .insertInto('policy.heldFact')
      .values({ ...row, value: JSON.stringify(normal) })
      .execute(),
  )
  return (await maskedViews(context, [row]))[0]!
}

/** @throws policy.noFact, policy.alreadyWithdrawn, policy.ownCase, policy.noSubject */
export async function withdrawHeldFact(
  ports: PolicyPorts,
  context: Context,
  factId: string,
  reason: string,
): Promise<void> {
  const { tx, city, now, actor } = context
  const row = await context.asSystem(() =>
    tables(tx)
      .selectFrom('policy.heldFact')
      .selectAll()
      .where('city', '=', city)
      .where('id', '=', factId)
      .forUpdate()
      .executeTakeFirst(),
  )
  if (!row) throw fail.noFact()
  const ref = row.subjectKind === 'person' ? { personId: row.subjectId } : { organisationId: row.subjectId }
  const subject = await findSubject(ports, context, ref)
  await requireOther(context, subject)
  await requireStater(ports, context, subject.district ?? undefined)
  if (row.withdrawnAt) throw fail.alreadyWithdrawn()
  await context.asSystem(() =>
    tables(tx)
      .updateTable('policy.heldFact')
      .set({ withdrawnAt: now(), withdrawnBy: actor.personId, withdrawnWhy: reason })
      .where('city', '=', city)
      .where('id', '=', factId)
      .execute(),
  )
}
