import { occupations } from '../../occupations/index.ts'
import type { Word } from './lexicon.ts'

const ENGINEERING = /工程技术人员$/
const STAFF = /(?:专业|技术|服务|业务)?人员$/
/** 轴承制造工 is a worker of the field 轴承. */
const WORKER = /(?:制造|加工|生产|制作|装配调试|装调|装配|修理|操作|养殖|饲养|种植|冶炼|制修|维修|安装)*工$/

const plainName = (name: string): string => name.toLowerCase().replace(/（.*?）/g, '')

/** A field of at least two characters that an official name stands for. */
const toField = (text: string, key: string, code: string): Word[] =>
  text.length > 1 ? [{ text, field: { [key]: [code] } }] : []

const wordsOf = (code: string, name: string): Word[] => {
  const job = (text: string): Word => ({ text, job: [code], official: true })
  const stem = name.replace(ENGINEERING, '')
  if (stem !== name) return [job(name), job(`${stem}工程师`), job(`${stem}技术员`), ...toField(stem, 'engineer', code)]
  if (WORKER.test(name)) return [job(name), ...toField(name.replace(WORKER, ''), 'worker', code)]
  const bare = name.replace(STAFF, '')
  if (bare !== name) return [job(name), job(`${bare}人员`), ...(bare.length > 2 ? [job(`${bare}员`)] : [])]
  return [job(name)]
}

/** Words that follow from the 1,639 names of the 大典. Where two names give one word, the first stays. */
export const officialWords = (): Word[] => {
  const words = new Map<string, Word>()
  for (const { code, name, level } of occupations()) {
    if (level !== 4) continue
    for (const word of plainName(name)
      .split('、')
      .flatMap((part) => wordsOf(code, part)))
      if (!words.has(word.text)) words.set(word.text, word)
  }
  return [...words.values()]
}
