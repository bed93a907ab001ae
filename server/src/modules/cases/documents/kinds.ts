import { createHash } from 'node:crypto'
import type { DocumentKind, Names } from '@renshu/contracts'
import type { Step } from '@renshu/cases'
import type { TakenStep } from '../ports.ts'

type Taken = Pick<TakenStep, 'word' | 'refuses' | 'grants' | 'outcomes'>

/**
 * The document a step gives rise to. A step that only proposes to decide gives none: what goes out is the decision of
 * the last one, that is an approval, or the step that reaches an outcome.
 */
export function documentOf({ word, refuses, grants, outcomes }: Taken): DocumentKind | undefined {
  if (refuses) return 'refusal'
  if (word === 'submit') return 'receipt'
  if (word === 'accept') return 'acceptance'
  if (word === 'correct') return 'correction'
  if (word === 'pay') return outcomes.includes('pay') ? 'payment' : undefined
  return (word === 'approve' && grants) || outcomes.length > 0 ? 'decision' : undefined
}

const TITLES: Record<DocumentKind, Names> = {
  receipt: { zh: '收件回执', en: 'Receipt' },
  acceptance: { zh: '受理通知书', en: 'Notice of acceptance' },
  correction: { zh: '补正告知书', en: 'Request to correct' },
  refusal: { zh: '不予办理决定书', en: 'Refusal' },
  decision: { zh: '决定书', en: 'Decision' },
  payment: { zh: '拨付通知书', en: 'Notice of payment' },
}

/** `不予受理决定书` where the case is declined, else by its kind. */
export const titleOf = (kind: DocumentKind, word?: Step['word']): Names =>
  kind === 'refusal' && word === 'decline' ? { zh: '不予受理决定书', en: 'Refusal to accept' } : TITLES[kind]

/** Digits and capitals without those that look alike: 32 of them. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** `K7QF-2M9X-RT4D`: sixty bits made of an id, which is new each time, so that nobody guesses one. */
export function codeFrom(secret: string): string {
  const bytes = createHash('sha256').update(secret).digest()
  const signs = Array.from({ length: 12 }, (_, at) => SIGNS[bytes[at]! % SIGNS.length])
  return [0, 4, 8].map((from) => signs.slice(from, from + 4).join('')).join('-')
}

/** A code as people type it; undefined for what is none. */
export function readCode(typed: string): string | undefined {
  const signs = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  return /^[2-9A-HJ-NP-Z]{12}$/.test(signs) ? signs.replaceAll(/(.{4})(?=.)/g, '$1-') : undefined
}
