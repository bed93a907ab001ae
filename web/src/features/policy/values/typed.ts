import type { FactType, PlainValue } from '@renshu/contracts'

type Type = ReturnType<typeof FactType.parse>

/** Digits as an input method for Chinese writes them, with commas and spaces. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[,，\s]/g, '')
    .replace(/(?:%|元|个月|天)$/, '')

const READ: Partial<Record<Type, (text: string) => PlainValue | null>> = {
  money: (text) => (/^\d{1,12}(?:\.\d{1,2})?$/.test(text) ? text : null),
  ratio: (text) =>
    /^\d{1,6}(?:\.\d{1,6})?$/.test(text) ? `${text}%` : /^\d{1,9}\/[1-9]\d{0,8}$/.test(text) ? text : null,
  integer: (text) => (/^-?\d{1,12}$/.test(text) ? Number(text) : null),
  months: (text) => (/^\d{1,5}$/.test(text) ? Number(text) : null),
  days: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : null),
  date: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null),
}

/**
 * What was typed for a fact or a parameter, as the engine takes it; null where it cannot be that.
 * Money is yuan, a ratio per cent or a fraction.
 */
export const readTyped = (type: Type, text: string): PlainValue | null => READ[type]?.(plain(text)) ?? null

/** A value back in the field it is typed in: `"5.5%"` as `5.5`. */
export const writeTyped = (value: PlainValue | null | undefined): string =>
  typeof value === 'string' ? value.replace(/%$/, '') : typeof value === 'number' ? String(value) : ''
