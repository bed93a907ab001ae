import type { Amount } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { number } from '../../../ui/format.ts'
import { shownValue } from './shown.ts'

type OneAmount = Omit<Amount, 'shown'> & { period?: 'once' | 'month' }

/** An amount with its unit: `18,775.79 元`, `24 个月`, by the month where it recurs. */
export function useAmountText(): (amount: OneAmount) => string {
  const { t } = useTranslation('policy')
  return ({ unit, value, period = 'once' }) => {
    if (unit === 'months') return t('shown.months', { count: value })
    const amount = yuanText(value)
    return t(period === 'month' ? 'shown.yuanMonth' : 'shown.yuan', { amount })
  }
}

/** Fen as yuan to two places, grouped: `18,775.79`. Split before dividing: no fen is lost above 2^53 / 100. */
export function yuanText(fen: number): string {
  const whole = Math.trunc(fen / 100)
  const rest = String(Math.abs(fen % 100)).padStart(2, '0')
  return `${fen < 0 && whole === 0 ? '-' : ''}${number(whole)}.${rest}`
}

const HAN = /\p{Script=Han}/u

/** A value as the engine shows it, with its unit; what is Chinese of it is said to be. */
export function Shown({ of }: { of: string }) {
  const text = shownValue(of)
  return HAN.test(text) ? <Zh>{text}</Zh> : text
}

/** Chinese that has no other language: names of facts, clauses, expressions. */
export const Zh = ({ children }: { children: string }) => <span lang="zh-CN">{children}</span>
