import { en } from './en.ts'
import type { ReasonKey, Values } from './values.ts'
import { zh } from './zh.ts'

export type { ReasonKey, Values }

/** Why a factor gave its points or a constraint was broken, in no language. */
export type Reason = { key: ReasonKey; values: Values }
export type Language = 'zh' | 'en'

const SENTENCES = { zh, en } satisfies Record<Language, unknown>

/** @example reasonText({ key: 'place.remote', values: {} }, 'zh') // '可远程办公，不限地点' */
export const reasonText = ({ key, values }: Reason, language: Language): string => SENTENCES[language][key](values)
