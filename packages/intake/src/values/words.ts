import { segment } from '@renshu/codes'

/** Words of a text that are kept at most; a longer description says little more. */
const MAX_TERMS = 200
const MAX_TEXT = 4000

const STOP_WORDS = new Set(
  (
    '的 了 和 与 及 或 在 是 有 对 为 等 并 能 可 会 要 以 上 下 中 内 者 其 把 被 从 到 由 于 向 就 也 都 而 且 但 不 无 你 我 他 她 它 我们 你们 他们 自己 ' +
    '这 那 这个 那个 一个 一些 各 各种 各类 相关 以及 以上 以下 进行 完成 负责 具有 具备 能够 可以 需要 根据 通过 按照 良好 优秀 较强 一定 熟悉 了解 掌握 熟练 使用 ' +
    '工作 岗位 职责 要求 任职 任职要求 岗位职责 岗位要求 职位描述 职位 资格 条件 公司 优先 优先考虑 经验 能力 专业 学历 年 月 日 本人 其他 相关工作 参与 协助 提供 ' +
    'the a an and or of to in for with on at by is are be as we you our your will'
  ).split(' '),
)

const pool = new Map<string, string>()
const MAX_POOL = 400_000

/** One object per word however often it occurs: a hundred thousand postings share some ten thousand words. */
export const intern = (word: string): string => {
  const known = pool.get(word)
  if (known !== undefined) return known
  if (pool.size < MAX_POOL) pool.set(word, word)
  return word
}

const isTelling = (word: string): boolean => !STOP_WORDS.has(word) && !/^[\d.]+$/.test(word)

/** Words of a text in order, with repetition, without stop words and numbers; at most 200. */
export const readTerms = (text: string): string[] =>
  segment(text.slice(0, MAX_TEXT)).filter(isTelling).slice(0, MAX_TERMS).map(intern)
