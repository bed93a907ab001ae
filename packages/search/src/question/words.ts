/** Words that everybody who looks for work may type and no posting is about. */
const EMPTY_WORDS = new Set(
  '的 了 吗 呢 啊 吧 和 与 及 或 在 有 要 想 找 招 聘 招聘 急招 急聘 诚聘 求职 应聘 工作 活 活儿 职位 岗位 职业 一份 一个 一个月 每月 每天 附近 周边 本地 左右 以上 以下 薪资 工资 月薪 元 块 钱 我 我要 我想 想找 什么 哪里 哪儿 怎么 谁 人 个 岁'.split(
    ' ',
  ),
)

export const isEmptyWord = (word: string): boolean => EMPTY_WORDS.has(word)
