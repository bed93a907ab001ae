export {
  type Column,
  type ColumnCircumstances,
  type ColumnDecisions,
  decideColumns,
  OUTCOMES,
} from './columns/columns.ts'
export { readDay, writeDay } from './exact/day.ts'
export { type Plain, readValue, showValue, type Type, type Value, writeValue } from './exact/value.ts'
export { ExpressionError, type Fault, noSource, type Text } from './faults.ts'
export { check as checkExpression } from './language/check.ts'
export { parseExpression, writeExpression } from './language/parse.ts'
export { evaluate, operandsOf } from './language/evaluate.ts'
export type { Scope } from './language/scope.ts'
export type { Checked, Expression } from './language/syntax.ts'
export { boundsOf, certainty, intervalOf, narrow } from './policy/bounds.ts'
export { type Change, stepValue, whatWouldChange } from './deciding/changes.ts'
export { type Circumstances, decide, type Decision, type Result } from './deciding/decide.ts'
export { hasBegunAnew } from './deciding/history.ts'
export type { Outcome } from './deciding/judge.ts'
export type { Condition, DatedValue, Document, Fact, Limit, Parameter, Payment, Policy } from './policy/policy.ts'
export { preparePolicy, type PreparedPolicy } from './policy/prepare.ts'
export { slotsOf } from './deciding/reads.ts'
export { type Facts, FactsError } from './policy/slots.ts'
export { typeOf } from './policy/types.ts'
