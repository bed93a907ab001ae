import { plain } from '../plain.ts'

/** Entities are decoded one by one, so that the letters around them keep their case. */
const decode = (entity: string): string => plain(entity) || ' '

/** Pictures, private and invisible characters, variation selectors. */
const PICTURES = /\p{Extended_Pictographic}|\p{Co}|\p{Cf}|\p{Variation_Selector}/gu
const ORNAMENTS = /[★☆◆◇●○■□▲△▼▽※→←↓↑♥♡✓✔✅☑§¤]+/g

/**
 * A title in half-width characters with its case kept, entities decoded, pictures and ornaments made spaces, dashes one
 * hyphen, spaces collapsed.
 * @example tidyTitle('🔥Ｃ＋＋开发&nbsp;工程师') // 'C++开发 工程师'
 */
export const tidyTitle = (text: string): string =>
  text
    .replace(/&#?\w+;/g, decode)
    .replace(PICTURES, ' ')
    .replace(ORNAMENTS, ' ')
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−﹣~〜∼]+/g, '-')
    .replace(/[丨│¦]/g, '|')
    .replace(/[\s\0]+/g, ' ')
    .trim()
