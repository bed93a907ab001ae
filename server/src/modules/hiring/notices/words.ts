import type { Stage, Step } from '@renshu/contracts'

type Words = Record<'zh' | 'en', string>

export const STAGE_WORDS: Record<Stage, Words> = {
  applied: { zh: '已投递', en: 'applied' },
  invited: { zh: '已邀请', en: 'invited' },
  recommended: { zh: '已推荐', en: 'recommended' },
  talking: { zh: '沟通中', en: 'talking' },
  interview: { zh: '面试', en: 'interview' },
  offered: { zh: '已发录用通知', en: 'offered' },
  accepted: { zh: '已接受录用', en: 'accepted' },
  placed: { zh: '已到岗', en: 'placed' },
  refused: { zh: '未录用', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  lapsed: { zh: '逾期结束', en: 'lapsed' },
  closed: { zh: '岗位已停止招聘', en: 'closed' },
  erased: { zh: '资料已删除', en: 'erased' },
}

export const STEP_WORDS: Record<Step, Words> = {
  apply: { zh: '投递', en: 'apply' },
  invite: { zh: '邀请', en: 'invite' },
  recommend: { zh: '推荐', en: 'recommend' },
  agree: { zh: '同意', en: 'agree' },
  share: { zh: '公开或收回联系方式', en: 'share contact' },
  talk: { zh: '开始沟通', en: 'talk' },
  propose: { zh: '约面试', en: 'propose an interview' },
  book: { zh: '选面试时间', en: 'book a time' },
  offer: { zh: '发录用通知', en: 'make an offer' },
  accept: { zh: '接受录用', en: 'accept' },
  refuse: { zh: '不录用', en: 'refuse' },
  decline: { zh: '谢绝', en: 'decline' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  remind: { zh: '提醒', en: 'remind' },
  lapse: { zh: '逾期结束', en: 'lapse' },
  confirm: { zh: '确认到岗', en: 'confirm the start' },
  dispute: { zh: '提出异议', en: 'dispute' },
  place: { zh: '凭证据确认就业', en: 'confirm by evidence' },
  close: { zh: '结束', en: 'close' },
  merge: { zh: '合并', en: 'merge' },
  hold: { zh: '下架核查', en: 'hold' },
  release: { zh: '核查通过', en: 'release' },
  move: { zh: '转到保留的岗位', en: 'move' },
  erase: { zh: '删除', en: 'erase' },
  followUp: { zh: '回答回访', en: 'answer a follow-up' },
}
