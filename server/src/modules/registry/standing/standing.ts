import type { OrganisationKind, Standing, StandingReason } from '@renshu/contracts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Language } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { standing as standingBy } from './rules.ts'
import { factsOf, kindsOf, type KeptFact } from './store.ts'

/** What the caller may not see has no standing for him; its facts still say why. */
const UNSEEN: { kind: OrganisationKind; branchOfId: string | null } = { kind: 'employer', branchOfId: null }

/** What the caller has read of an organisation. */
interface Seen {
  id: string
  kind: OrganisationKind
  branchOfId: string | null
}

/** Kinds and facts of many organisations, in two queries; in one where their rows are known. */
async function load(tx: Tx, city: string, ids: readonly string[], known?: readonly Seen[]) {
  const kinds = new Map((known ?? (await kindsOf(tx, city, ids))).map((row) => [row.id, row]))
  const heads = [...kinds.values()].flatMap(({ branchOfId }) => branchOfId ?? [])
  const facts = new Map<string, KeptFact[]>()
  for (const fact of await factsOf(tx, city, [...new Set([...ids, ...heads])]))
    facts.set(fact.organisationId, [...(facts.get(fact.organisationId) ?? []), fact])
  return (id: string): { kind: OrganisationKind; facts: KeptFact[]; head: KeptFact[]; seen: boolean } => {
    const { kind, branchOfId } = kinds.get(id) ?? UNSEEN
    return { kind, facts: facts.get(id) ?? [], head: facts.get(branchOfId ?? '') ?? [], seen: kinds.has(id) }
  }
}

/**
 * Standing of many organisations on a day (`2026-03-01`); every id asked is in the answer.
 * @param knownAt as known at that instant; null: as known now
 * @param known the rows of all these ids, where the caller has read them
 */
export async function standings(
  tx: Tx,
  city: string,
  ids: readonly string[],
  on: string,
  knownAt: Date | null = null,
  known?: readonly Seen[],
): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map()
  const subjectOf = await load(tx, city, ids, known)
  return new Map(
    ids.map((id) => {
      const subject = subjectOf(id)
      const answer = standingBy(subject, on, knownAt)
      return [id, subject.seen ? answer : { ...answer, may: false, activities: [] }]
    }),
  )
}

/** Standing of one organisation on a day; see `standings`. */
export const standing = async (
  tx: Tx,
  city: string,
  organisationId: string,
  on: string,
  knownAt: Date | null = null,
): Promise<Standing> => (await standings(tx, city, [organisationId], on, knownAt)).get(organisationId)!

/** Whether an organisation is an agency that has standing on a day: nobody else acts for others. */
export async function isAgencyInStanding(tx: Tx, city: string, organisationId: string, on: string): Promise<boolean> {
  const subject = (await load(tx, city, [organisationId]))(organisationId)
  return subject.seen && subject.kind === 'agency' && standingBy(subject, on).may
}

/** Every fact of an organisation and of its head, withdrawn ones too, in the order they were recorded. */
export async function factsBehind(tx: Tx, city: string, organisationId: string): Promise<KeptFact[]> {
  const { facts, head } = (await load(tx, city, [organisationId]))(organisationId)
  return [...head, ...facts]
}

const WORDS: Record<StandingReason, Record<Language, string>> = {
  verified: { zh: '已认证', en: 'verified' },
  neverVerified: { zh: '尚未认证', en: 'not verified yet' },
  verificationEnded: { zh: '认证已失效', en: 'its verification has ended' },
  licenceValid: { zh: '许可或备案有效', en: 'licence or filing valid' },
  licenceMissing: { zh: '没有许可或备案', en: 'no licence or filing' },
  licenceNotYet: { zh: '许可或备案尚未生效', en: 'its licence is not in force yet' },
  licenceExpired: { zh: '许可或备案已到期', en: 'its licence has expired' },
  licenceNotCovering: { zh: '许可或备案不含这项业务', en: 'its licence does not cover this service' },
  notSanctioned: { zh: '没有处罚', en: 'not sanctioned' },
  sanctioned: { zh: '正在受处罚', en: 'under a sanction' },
  trustAllows: { zh: '信用等级允许', en: 'trust level allows' },
  trustBlocks: { zh: '信用等级不允许', en: 'its trust level does not allow it' },
  open: { zh: '正常存续', en: 'in existence' },
  closed: { zh: '已注销', en: 'dissolved' },
}

/** What `requireStanding` needs; the context of a request has it all. */
export interface Asking {
  tx: Tx
  city: string
  language: Language
}

/**
 * Lets only an organisation with standing on a day pass; with `activity`, only an agency whose papers cover it.
 * @throws registry.noStanding with the reasons in the caller's language
 */
export async function requireStanding(
  { tx, city, language }: Asking,
  organisationId: string,
  on: string,
  activity?: Standing['activities'][number],
): Promise<Standing> {
  const found = await standing(tx, city, organisationId, on)
  const unmet = found.reasons.filter(({ met }) => !met).map(({ reason }) => reason)
  const covered = !activity || found.activities.includes(activity)
  if (found.may && covered) return found
  const reasons: StandingReason[] = unmet.length > 0 ? unmet : [found.may ? 'licenceNotCovering' : 'neverVerified']
  throw fail.noStanding({
    reasons: reasons.map((reason) => WORDS[reason][language]).join(language === 'zh' ? '、' : ', '),
  })
}
