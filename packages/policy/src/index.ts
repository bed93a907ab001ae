export {
  type Column,
  type ColumnCircumstances,
  type ColumnDecisions,
  decideColumns,
  OUTCOMES,
} from './columns/columns.ts'
export { readDay, writeDay } from './exact/day.ts'
export { type Plain, readValue, showValue, type Type, type Value, writeValue } from './exact/value.ts'
export type { Fault, Text } from './faults.ts'
export { parseExpression, writeExpression } from './language/parse.ts'
export { operandsOf } from './language/evaluate.ts'
export type { Checked, Expression } from './language/syntax.ts'
export { boundsOf, certainty, intervalOf, narrow } from './policy/bounds.ts'
export { type Change, stepValue, whatWouldChange } from './policy/changes.ts'
export { type Circumstances, decide, type Decision, type Result } from './policy/decide.ts'
export type { Outcome } from './policy/judge.ts'
export type { Condition, DatedValue, Document, Fact, Limit, Parameter, Payment, Policy } from './policy/policy.ts'
export { preparePolicy, type PreparedPolicy } from './policy/prepare.ts'
export { slotsOf } from './policy/reads.ts'
export { type Facts, FactsError } from './policy/slots.ts'
export { typeOf } from './policy/types.ts'
