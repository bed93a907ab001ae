import type { Type, Value } from '../exact/value.ts'

export type Comparison = '>=' | '<=' | '>' | '<' | '=' | '!='
export type Arithmetic = '+' | '-' | '*' | '/'
/** `least`: 不超过, the smaller one; `most`: 不低于, the larger one. */
export type Binary = '或' | '且' | Comparison | Arithmetic | '不超过' | '不低于' | '属于'

/** What was written, before names and types are known. `at`: its character in the text, from 0. */
export type Expression = { readonly at: number } & (
  | { node: 'constant'; type: Type; value: Value; written: string }
  | { node: 'quoted'; text: string }
  | { node: 'set'; items: readonly Expression[] }
  | { node: 'name'; name: string }
  | { node: 'not'; of: Expression }
  | { node: 'binary'; op: Binary; left: Expression; right: Expression }
  | { node: 'index'; name: string; by: Expression }
  | { node: 'call'; name: string; args: readonly Expression[] }
  | { node: 'if'; test: Expression; yes: Expression; no: Expression }
  /** 甲 至 乙 满 期间; without 乙 the day of the decision. */
  | { node: 'since'; from: Expression; to: Expression | undefined; least: Expression }
)

/** The same with names resolved to places and every part typed. */
export type Checked = { readonly type: Type } & (
  | { node: 'constant'; value: Value }
  | { node: 'slot'; slot: number; name: string }
  | { node: 'definition'; name: string; of: Checked }
  | { node: 'set'; items: readonly string[] }
  | { node: 'not'; of: Checked }
  | { node: 'both' | 'either'; left: Checked; right: Checked }
  | { node: 'compare'; op: Comparison; left: Checked; right: Checked }
  | { node: 'arithmetic'; op: Arithmetic; left: Checked; right: Checked }
  | { node: 'extreme'; op: '不超过' | '不低于'; left: Checked; right: Checked }
  | { node: 'shift'; sign: 1 | -1; date: Checked; by: Checked }
  | { node: 'span'; unit: 'months' | 'days'; from: Checked; to: Checked }
  | { node: 'round'; half: boolean; of: Checked; unit: 1 | 100 }
  | { node: 'member'; of: Checked; among: Checked }
  | { node: 'row'; table: Checked; by: Checked }
  | { node: 'step'; table: Checked; by: Checked }
  | { node: 'if'; test: Checked; yes: Checked; no: Checked }
)
