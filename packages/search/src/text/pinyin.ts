import { pinyin } from 'pinyin-pro'

const HAN = /^[\u4e00-\u9fff]+$/
export const isHan = (text: string): boolean => HAN.test(text)

/** Syllables without tones; a run of other characters stays whole. @example syllables('叉车ai') // ['cha', 'che', 'ai'] */
export const syllables = (text: string): string[] =>
  pinyin(text, { type: 'array', toneType: 'none', nonZh: 'consecutive', v: true })

/** What many speakers do not tell apart: zh and z, ch and c, sh and s, -ng and -n. */
export const blurred = (sound: string): string =>
  sound
    .replaceAll(/([zcs])h/g, '$1')
    .replaceAll(/([aei])ng/g, '$1n')
    .replaceAll('v', 'u')

/** How a text is typed on a keyboard: `chache`, `cc`. */
export type Sound = { full: string; initials: string }

export const soundOf = (text: string): Sound => {
  const parts = syllables(text)
  return { full: parts.join(''), initials: parts.map((part) => (isHan(text) ? part[0] : part)).join('') }
}
