import type { Notice } from '../../accounts/index.ts'
import type { Desk } from '../desk.ts'

/** A message in the languages of cities; it names the posting and nobody. */
export type Words = Record<'zh' | 'en', (about: string, link: string) => string>

const SENDER = { zh: '【人枢】', en: '[Renshu] ' }

/**
 * @param about the title of the posting, where the words do not ask for something else
 * @param link address of a page, where the words name one
 */
export function noticeOf({ cities, city }: Desk, kind: string, words: Words, about: string, link = ''): Notice {
  const language = cities.get(city)?.language ?? 'zh'
  return { kind: `hiring.${kind}`, text: `${SENDER[language]}${words[language](about, link)}` }
}
