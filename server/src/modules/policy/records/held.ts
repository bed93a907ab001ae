import type { HeldFact, HeldFactsOf, Input, policyRoutes, RecordInUse } from '@renshu/contracts'
import { type Fact, type Plain, readValue, showValue, type Type, typeOf, writeValue } from '@renshu/policy'
import type { Context } from '../../../platform/http/index.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { type PolicyDesk, todayOf } from '../desk.ts'
import { plainView } from '../deciding/view.ts'
import { fail } from '../errors.ts'
import { policiesInUse } from '../library/in-use.ts'
import type { PolicyPorts } from '../ports.ts'
import { findSubject, recordLook, requireOther } from '../subjects.ts'
import { type HeldFactRow, tables } from '../tables.ts'
import { namesAnswered } from './read.ts'

type Kind = RecordSubject['kind']

/** A record that policies in use ask for: how each of them reads it. */
export interface AskedRecord {
  name: string
  facts: readonly Fact[]
  policies: readonly string[]
  kind: Kind
}

/** Records by name and kind of subject, as policies in use ask for them. */
export async function askedRecords(desk: PolicyDesk): Promise<AskedRecord[]> {
  const found = new Map<string, { name: string; kind: Kind; facts: Fact[]; policies: string[] }>()
  for (const { key, prepared } of (await policiesInUse(desk)).values()) {
    const { subject, facts } = prepared.policy
    for (const fact of facts) {
      if (fact.record === undefined) continue
      const id = `${subject} ${fact.record}`
      const before = found.get(id) ?? { name: fact.record, kind: subject, facts: [], policies: [] }
      found.set(id, { ...before, facts: [...before.facts, fact], policies: [...before.policies, key] })
    }
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

export async function listRecords(ports: PolicyPorts, desk: PolicyDesk): Promise<{ items: RecordInUse[] }> {
  const asked = await askedRecords(desk)
  return {
    items: asked.map(({ name, facts, policies, kind }) => ({
      name,
      label: [...new Set(facts.map((fact) => fact.name))].join('、'),
      type: facts[0]!.type,
      options: [...new Set(facts.flatMap(({ options = [] }) => options))],
      subject: kind,
      answeredBy: namesAnswered(ports, kind).has(name) ? 'module' : 'held',
      policies: [...new Set(policies)],
    })),
  }
}

const TYPES: Record<Fact['type'], { zh: string; en: string }> = {
  money: { zh: '金额（如 22189.16，单位元）', en: 'an amount like 22189.16, in yuan' },
  ratio: { zh: '比例（如 5.5%）', en: 'a ratio like 5.5%' },
  integer: { zh: '整数', en: 'a whole number' },
  date: { zh: '日期（如 2025-01-31）', en: 'a date like 2025-01-31' },
  months: { zh: '月数', en: 'a number of months' },
  days: { zh: '天数', en: 'a number of days' },
  boolean: { zh: '是或否', en: 'yes or no' },
  choice: { zh: '选项', en: 'one of' },
  list: { zh: '选项的列表', en: 'a list of' },
}

/** What a value of the record must be. */
export function neededFor({ facts }: AskedRecord, language: 'zh' | 'en'): string {
  const options = [...new Set(facts.flatMap(({ options = [] }) => options))]
  const name = TYPES[facts[0]!.type][language]
  return options.length === 0 ? name : `${name}（${options.join('、')}）`
}

const typesOf = ({ facts }: AskedRecord): Type[] => facts.map(({ type, options }) => typeOf(type, options))

/** The value in its one spelling, as the first policy that can use it reads it; undefined where none can. */
export function normalValue(asked: AskedRecord, given: unknown): Plain | undefined {
  for (const type of typesOf(asked)) {
    const value = readValue(type, given)
    if (value !== undefined) return writeValue(type, value)
  }
  return undefined
}

function shownBy(asked: AskedRecord | undefined, plain: Plain): string {
  for (const type of asked ? typesOf(asked) : []) {
    const value = readValue(type, plain)
    if (value !== undefined) return showValue(type, value)
  }
  return typeof plain === 'string' ? plain : JSON.stringify(plain)
}

async function viewsOf(desk: PolicyDesk, rows: readonly HeldFactRow[]): Promise<HeldFact[]> {
  const asked = await askedRecords(desk)
  return rows.map((row) => ({
    id: row.id,
    record: row.record,
    value: plainView(row.value)!,
    shown: shownBy(
      asked.find(({ name, kind }) => name === row.record && kind === row.subjectKind),
      row.value,
    ),
    on: row.onDay,
    statedBy: row.statedBy,
    recordedAt: row.recordedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    withdrawnWhy: row.withdrawnWhy,
  }))
}

/** What is held of a subject, withdrawn records too, the newest first; as far as the caller may see it. */
export async function heldFactsOf(desk: PolicyDesk, { kind, id }: RecordSubject): Promise<HeldFact[]> {
  const rows = await tables(desk.tx)
    .selectFrom('policy.heldFact')
    .selectAll()
    .where('city', '=', desk.city)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .orderBy('record')
    .orderBy('onDay', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('id')
    .execute()
  return viewsOf(desk, rows)
}

type Bodies = { [Name in keyof typeof policyRoutes]: Input<(typeof policyRoutes)[Name]> }

/** @throws policy.noSubject */
export async function lookAtHeldFacts(
  ports: PolicyPorts,
  context: Context,
  { subject: ref, reason }: Bodies['lookAtHeldFacts']['body'],
): Promise<HeldFactsOf> {
  const { kind, id, name } = await findSubject(ports, context, ref)
  await recordLook(context, { kind, id }, 'heldFacts', reason)
  const facts = await context.asSystem(() => heldFactsOf(context, { kind, id }))
  return { subject: { kind, id, name }, facts }
}

/** The record, as held facts may state it. @throws policy.unknownRecord */
export function heldRecord(ports: PolicyPorts, asked: readonly AskedRecord[], name: string, kind: Kind): AskedRecord {
  const found = asked.find((one) => one.name === name && one.kind === kind)
  if (!found || namesAnswered(ports, kind).has(name)) throw fail.unknownRecord({ record: name })
  return found
}

/** @throws policy.noSubject, policy.ownCase, policy.unknownRecord, policy.wrongValue, policy.futureDay */
export async function recordHeldFact(
  ports: PolicyPorts,
  context: Context,
  { subject: ref, record, value, on, statedBy }: Bodies['recordHeldFact']['body'],
): Promise<HeldFact> {
  const { city, now, newId, actor, language } = context
  const { kind, id: subjectId } = await findSubject(ports, context, ref)
  await requireOther(context, { kind, id: subjectId })
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
  return (await viewsOf(context, [row]))[0]!
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
  await requireOther(context, await findSubject(ports, context, ref))
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
