import type { Language } from '../../../platform/http/index.ts'
import type { Notice } from '../../accounts/index.ts'
import type { JobRow } from '../tables.ts'

const WORDS: Record<'approved' | 'refused', Record<Language, (title: string, reason: string) => string>> = {
  approved: {
    zh: (title) => `【人枢】岗位“${title}”已通过审核，正在展示。`,
    en: (title) => `[Renshu] The posting “${title}” was approved and is shown.`,
  },
  refused: {
    zh: (title, reason) =>
      `【人枢】岗位“${title}”没有通过审核，已停止展示：${reason}。请在“岗位”里修改后重新提交，经办通过后才会展示。`,
    en: (title, reason) =>
      `[Renshu] The posting “${title}” was refused and is not shown: ${reason}. Change it under Postings and submit it again; it is shown once an officer approves it.`,
  },
}

/** Reasons are as long as an officer writes them; a message is not. The whole stands beside the posting. */
const LONGEST_REASON = 200

const cut = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').replace(/[。.]$/, '')
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON)}…` : line
}

/** What the owners of a posting are told of an officer's decision on it. */
export function decisionNotice({ title, refusal }: JobRow, language: Language): Notice {
  const decision = refusal === null ? 'approved' : 'refused'
  return { kind: `jobs.${decision}`, text: WORDS[decision][language](title, cut(refusal ?? '')) }
}
