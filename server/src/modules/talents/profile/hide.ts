import type { Language } from '../../../platform/http/index.ts'

const DIGIT = '[0-9０-９]'
const GAP = '[\\s\\-－—.·]?'

/** Ways to be reached outside the platform, and numbers of papers. */
const CONTACT = [
  // Numbers of papers and phones, also with gaps; a year and a pay are shorter.
  `(?<!${DIGIT})${DIGIT}{17}[0-9０-９XxＸ](?!${DIGIT})`,
  `(?<!${DIGIT})(?:[+＋]?86${GAP})?[1１](?:${GAP}${DIGIT}){10}(?!${DIGIT})`,
  `(?<!${DIGIT})[0０]${DIGIT}{2,3}${GAP}${DIGIT}{7,8}(?!${DIGIT})`,
  '[零〇○一二三四五六七八九幺]{11}',
  String.raw`(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}`,
  String.raw`(?:https?:\/\/|www\.)[^\s，。；、]+`,
  String.raw`(?:微信|薇信|威信|微❤|v信|vx|wx|wechat|weixin|qq|扣扣|企鹅号|钉钉|抖音)(?:号码?|群)?\s*(?:是|为|同)?\s*[:：]?\s*[\w-]{5,30}`,
]
const REACHED = new RegExp(CONTACT.join('|'), 'giu')

const HIDDEN = { zh: '［联系方式不公开］', en: '[contact not shown]' }
const SOME_EMPLOYER = { zh: '某单位', en: 'an employer' }
const SOMEBODY = { zh: '本人', en: 'the person' }

/** A text without ways to reach its author outside the platform. */
export const hideContact = (text: string, language: Language): string => text.replace(REACHED, HIDDEN[language])

/** A name of one character stands in too many words. */
const LEAST_NAME = 2

const replaceAll = (text: string, names: readonly string[], by: string): string =>
  names
    .filter((name) => [...name].length >= LEAST_NAME)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, by), text)

/** Endings and beginnings of an employer's name that people leave out when they write of it. */
const LEGAL_FORM = /(?:集团)?(?:有限责任公司|股份有限公司|有限公司|公司|集团)$/

/** Names under which an employer may occur in a text: whole, and without its legal form. */
const namesOf = (employer: string): string[] => {
  const short = employer.replace(LEGAL_FORM, '')
  return short.length > LEAST_NAME ? [employer, short] : [employer]
}

/** Who must not be recognised: the person's name and the employers in the history. */
export interface Secretive {
  name: string | null
  employers: readonly string[]
}

/** A text in which neither the person nor former employers are named, nor contact is given. */
export const hideAll = (text: string, { name, employers }: Secretive, language: Language): string =>
  hideContact(
    replaceAll(
      replaceAll(text, employers.flatMap(namesOf), SOME_EMPLOYER[language]),
      name ? [name] : [],
      SOMEBODY[language],
    ),
    language,
  )

export const someEmployer = (language: Language): string => SOME_EMPLOYER[language]
