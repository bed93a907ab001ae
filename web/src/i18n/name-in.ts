import { languageNow } from './index.ts'

/** A name given in both languages, in that of the page. */
export const nameIn = (names: { zh: string; en: string }): string => names[languageNow()]
