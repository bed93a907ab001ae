/**
 * Characters for which some fonts name a radical that looks the same (⻋ for 车): the reader of a PDF then gives letters
 * that no word list holds. Whole characters only, as in Unicode's `EquivalentUnifiedIdeograph.txt`; the radicals of
 * Kangxi (U+2F00–2FD5) carry their own decomposition.
 */
const LOOKALIKES = new Map(
  Object.entries({
    '⺁': '厂',
    '⺟': '母',
    '⺠': '民',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
    '⻑': '長',
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻙': '韦',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻧': '卤',
    '⻨': '麦',
    '⻩': '黄',
    '⻪': '黾',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⻳': '龟',
  }),
)

/** The text with characters in place of radicals that only look like them. */
export const withoutRadicals = (text: string): string =>
  text.replaceAll(/[\u2E80-\u2FD5]/g, (radical) => LOOKALIKES.get(radical) ?? radical.normalize('NFKC'))
