import i18next from 'i18next'

const MONEY = /^-?[\d,]+\.\d{2}$/
const SPAN = /^(-?\d+)(个月|天)$/
const WORDS: Record<string, 'shown.yes' | 'shown.no'> = { 是: 'shown.yes', 否: 'shown.no' }

/** A value as the engine shows it, with its unit and in the language of the page: `22,189.16` is money, `12个月` months. */
export function shownValue(shown: string): string {
  const t = i18next.getFixedT(null, 'policy')
  if (MONEY.test(shown)) return t('shown.yuan', { amount: shown })
  const [, count, unit] = SPAN.exec(shown) ?? []
  if (count) return t(unit === '天' ? 'shown.days' : 'shown.months', { count: Number(count) })
  return Object.hasOwn(WORDS, shown) ? t(WORDS[shown]!) : shown
}
