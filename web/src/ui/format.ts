import i18next from 'i18next'
import { localeNow } from '../i18n/index.ts'

const ZONE = 'Asia/Shanghai'
const kept = new Map<string, Intl.DateTimeFormat>()

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${localeNow()} ${JSON.stringify(options)}`
  const known = kept.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(localeNow(), { timeZone: ZONE, ...options })
  kept.set(key, made)
  return made
}

/** `2026-03-01` as people say it: 2026年3月1日, 1 March 2026. */
export const day = (iso: string): string =>
  formatter({ year: 'numeric', month: 'long', day: 'numeric' }).format(new Date(`${iso}T00:00:00+08:00`))

/** An instant in Beijing time, to the minute. */
export const instant = (iso: string): string =>
  formatter({ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  )

/** The day in Beijing on which an instant falls, `2026-03-01`. */
export const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

export const number = (value: number): string => new Intl.NumberFormat(localeNow()).format(value)

/** Integer fen as yuan with two places. */
export const yuan = (fen: number): string =>
  new Intl.NumberFormat(localeNow(), { style: 'currency', currency: 'CNY' }).format(fen / 100)

/** Fen as whole yuan, without grouping: `5000`, as postings write it. */
const wholeYuan = (fen: number): string => String(Math.round(fen / 100))

/** Monthly pay as postings say it: 5000–7000 元/月, 5000 元/月以上; an absent one is 面议. */
export function monthlyPay(pay: { min?: number | undefined; max?: number | undefined } | null): string {
  const { min, max } = pay ?? {}
  const t = i18next.getFixedT(null, 'ui')
  if (min === undefined && max === undefined) return t('pay.negotiable')
  if (max === undefined) return t('pay.from', { min: wholeYuan(min!) })
  if (min === undefined) return t('pay.upTo', { max: wholeYuan(max) })
  const span = min === max ? wholeYuan(min) : `${wholeYuan(min)}–${wholeYuan(max)}`
  return t('pay.span', { span })
}

/** How many days ago a day was, as people say it: today, yesterday, 3 days ago; beyond a month the day itself. */
export function ago(iso: string, at: Date): string {
  const days = Math.round((Date.parse(`${dayOf(at)}T00:00:00Z`) - Date.parse(`${iso}T00:00:00Z`)) / 86_400_000)
  if (days > 30) return day(iso)
  return new Intl.RelativeTimeFormat(localeNow(), { numeric: 'auto' }).format(-Math.max(0, days), 'day')
}
