import type { Text } from '@renshu/policy'

/** What is wrong in a file, and on which line from 1. */
export type FileFault = { file: string; line: number; reason: Text }
export type Path = readonly (string | number)[]
