import type { Language } from '../commands.ts'
import { en } from './en.ts'
import { type Messages, zh } from './zh.ts'

export type { Messages }
export const messagesIn = (language: Language): Messages => ({ zh, en })[language]
