import { frequentWords, segment } from '@renshu/codes'
import type { Dice } from '../chance/dice.ts'
import { zipf } from '../chance/pick.ts'
import type { Trade } from './trade.ts'

/** Words of the language that any text may hold; in 40,807 real descriptions there were 59,904. */
const LANGUAGE = 60_000
/** What descriptions of every trade say, in the order of the postings' frequency. */
const COMMON = (
  '产品 技术 项目 设计 系统 业务 需求 团队 沟通 以上学历 强 问题 平台 优化 本科 管理 应用 大专 工具 学习 维护 流程 独立 文档 功能 客户 合作 行业 ' +
  '运营 用户 研发 方案 常用 解决 基础 责任心 质量 计划 报告 至少 精神 实现 理解 方法 执行 制定 新 发布 实施 支持 统计 服务 研究 培训 环境 员工 ' +
  '专业知识 市场 销售 信息 生产 安全 现场 设备 检查 领导 交办 任务 协调 组织 部门 表达 主动 吃苦耐劳 认真 细心 抗压 时间 安排 记录 整理 资料 ' +
  '目标 完善 改进 提升 经理 主管 年龄 身体健康 男女不限 双休 包住 包吃 五险一金 奖金 提成 底薪 转正 试用期 晋升 节日福利 年终奖 加班 餐补 房补'
).split(' ')
/** Words of a 小类 beside those of its titles, taken from the upper part of the language without its very top. */
const FIELD_WORDS = 120
const FIELD_START = 300
const FIELD_FROM = 8_000
/** Shares of a text that are of its field, and that may be any word at all. */
const FIELD_SHARE = 0.5
const RARE_SHARE = 0.15
const drawField = zipf(0.9)
const drawAny = zipf(0.8)
const drawCommon = zipf(0.7)

type Topic = readonly string[]

const groupOf = (code: string): string => code.slice(0, 7)

/** A whole number below 2³² from a text (FNV-1a). */
const textNumber = (text: string): number => {
  let hash = 0x81_1c_9d_c5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93)
  return hash >>> 0
}

/** Words of the titles of each 小类, the most frequent first, then words of the language that the 小类 alone decides. */
function makeTopics(trades: readonly Trade[], language: readonly string[]): Map<string, Topic> {
  const seen = new Map<string, Map<string, number>>()
  for (const { code, titles } of trades) {
    const times = seen.get(groupOf(code)) ?? new Map<string, number>()
    for (const word of titles.flatMap(segment)) times.set(word, (times.get(word) ?? 0) + 1)
    seen.set(groupOf(code), times)
  }
  return new Map(
    [...seen].map(([group, times]) => {
      const own = [...times].sort((a, b) => b[1] - a[1]).map(([word]) => word)
      const start = textNumber(group)
      const step = 1 + (start % 61)
      const more = Array.from(
        { length: FIELD_WORDS },
        (_, at) => language[FIELD_START + ((start + at * step) % FIELD_FROM)]!,
      )
      return [group, [...new Set([...own, ...more])]]
    }),
  )
}

/** Draws the words of one record of a trade, with repetition. */
export function makeWordDraw(trades: readonly Trade[]): (dice: Dice, trade: Trade, count: number) => string[] {
  const language = frequentWords(LANGUAGE)
  const topics = makeTopics(trades, language)
  const drawOne = (dice: Dice, topic: Topic): string => {
    const share = dice.roll()
    if (share < FIELD_SHARE) return topic[drawField(dice, topic.length)]!
    if (share < 1 - RARE_SHARE) return COMMON[drawCommon(dice, COMMON.length)]!
    return language[drawAny(dice, language.length)]!
  }
  return (dice, { code }, count) => {
    const topic = topics.get(groupOf(code))!
    const words: string[] = []
    for (let left = count; left > 0; left--) words.push(drawOne(dice, topic))
    return words
  }
}
