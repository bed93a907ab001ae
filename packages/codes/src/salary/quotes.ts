import type { SalaryUnit } from './reading.ts'
import type { Role, Token } from './words.ts'

/** One statement of pay in a text, in yuan per `unit` as given. */
export type Quote = { role: Role; low?: number; high?: number; unit?: SalaryUnit; opensTop: boolean }

type Figure = Extract<Token, { kind: 'figure' }>
type Label = Extract<Token, { kind: 'label' }>
/** What the words before an amount said of it. */
type Context = { role: Role; unit?: SalaryUnit; edge?: 'least' | 'most' }

/** Below this, yuan without a unit of time or a k/千/万 say nothing: 200 may be a day's pay or a meal's. */
const SMALLEST_MONTH = 500
const LARGEST_BARE = 1_000_000
const AFTER_AMOUNT = new Set<Token['kind']>(['money', 'per', 'noise', 'gap', 'floor', 'ceiling', 'unlimited', 'plus'])

/** The left figure of "15-25k" or "1.5-2万" takes the scale of the right; where that would reverse it (8-1.2万) it means 千. */
const scaleLeft = (left: Figure, right: number, scale: number): number => {
  if (left.scale > 1 || scale <= 100) return left.value
  return [scale, 1000].map((by) => left.value * by).find((value) => value <= right) ?? left.value
}

const spread = (left: Figure, right: Figure): [number, number] => {
  if (right.scale === 1 && left.scale > 1 && right.value < left.value) {
    return [left.value, right.value * left.scale]
  }
  // "5-8000" leaves out the thousands of the first figure.
  const scale = right.scale > 1 ? right.scale : left.value < 100 && right.value >= 1000 ? 1000 : 1
  return [scaleLeft(left, right.value, scale), right.value]
}

/** Reads pay statements from the words of a text, left to right. */
export const readQuotes = (tokens: readonly Token[]): Quote[] => {
  const quotes: Quote[] = []
  const lastRegular = tokens.findLastIndex((token) => token.kind === 'label' && token.role === 'regular')
  let context: Context = { role: 'plain' }
  let isTrial = false
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!
    if (token.kind === 'figure' || (token.kind === 'to' && at === 0)) {
      const { quote, next } = readQuote(tokens, at, context)
      if (quote) quotes.push(isTrial && quote.role !== 'extra' ? { ...quote, role: 'trial' } : quote)
      context = { role: 'plain' }
      at = next
      continue
    }
    context = heed(context, token)
    // Everything between 试用期 and 转正 is pay on probation, its total too.
    if (token.kind === 'label')
      isTrial = token.role === 'trial' ? at < lastRegular : isTrial && token.role !== 'regular'
    at++
  }
  return quotes
}

const ENDS_CONTEXT = new Set<Token['kind']>(['break', 'slash', 'dot', 'plus', 'counter'])

const heed = (context: Context, token: Token): Context => {
  if (token.kind === 'label') return heedLabel(context, token)
  if (token.kind === 'per') return { ...context, unit: token.unit }
  if (token.kind === 'extra' || token.kind === 'earned') return { role: 'extra' }
  if (token.kind === 'gap') return context.role === 'extra' ? { role: 'plain' } : context
  return ENDS_CONTEXT.has(token.kind) ? { role: 'plain' } : context
}

/** 综合月薪: a plain word after a telling one adds its unit and leaves the role. */
const heedLabel = (context: Context, { role, unit, edge }: Label): Context => ({
  ...context,
  role: role === undefined || role === 'plain' ? keepRole(context.role) : role,
  ...(unit && { unit }),
  ...(edge && { edge }),
})

const keepRole = (role: Role): Role => (role === 'extra' ? 'plain' : role)

const isFigure = (token: Token | undefined): token is Figure => token?.kind === 'figure'

type Span = { low?: number; high?: number; isScaled: boolean; unit?: SalaryUnit; isMoney: boolean; next: number }

/** The figures of one amount: 5000, 8千-1.1万, 3-千 (open), -18000 (only a top), 5000元-8000元. */
const readSpan = (tokens: readonly Token[], start: number): Span | undefined => {
  if (tokens[start]?.kind === 'to') {
    const only = tokens[start + 1]
    return isFigure(only) ? { high: only.value, isScaled: only.scale > 1, isMoney: false, next: start + 2 } : undefined
  }
  const first = tokens[start] as Figure
  const left = skipUnits(tokens, start + 1)
  if (first.high !== undefined) return { low: first.value, high: first.high, isScaled: true, ...left }
  if (tokens[left.next]?.kind !== 'to')
    return { low: first.value, high: first.value, isScaled: first.scale > 1, ...left }
  return readSecond(tokens, first, left)
}

type Units = { unit?: SalaryUnit; isMoney: boolean; next: number }

const readSecond = (tokens: readonly Token[], first: Figure, left: Units): Span => {
  let at = left.next + 1
  while (tokens[at]?.kind === 'gap' || tokens[at]?.kind === 'money') at++
  const second = tokens[at]
  if (second?.kind === 'scale') {
    return { low: first.value * second.scale, isScaled: true, isMoney: left.isMoney, next: at + 1 }
  }
  if (!isFigure(second)) {
    const isOpen = second === undefined || isOwnUnit(tokens, left.next + 1)
    const only = { low: first.value, isScaled: first.scale > 1, ...left }
    return isOpen ? { ...only, next: at } : { ...only, high: first.value }
  }
  const [low, high] = spread(first, second)
  const isScaled = first.scale > 1 || second.scale > 1
  return { ...left, low: Math.min(low, high), high: Math.max(low, high), isScaled, next: at + 1 }
}

/** 每天 before a figure starts the next statement (时薪22 每天8小时). */
const isOwnUnit = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'money' || (tokens[at]?.kind === 'per' && !isFigure(tokens[at + 1]))

/** 元 and 元/月 between a figure and what follows it; a gap only when a range sign or a unit comes after it. */
const skipUnits = (tokens: readonly Token[], start: number): Units => {
  const units: Units = { isMoney: false, next: start }
  for (; ; units.next++) {
    const token = tokens[units.next]
    const goesOn = tokens[units.next + 1]?.kind === 'to' || isOwnUnit(tokens, units.next + 1)
    if (!isOwnUnit(tokens, units.next) && !(token?.kind === 'gap' && goesOn)) return units
    if (token?.kind === 'per') units.unit = token.unit
    if (token?.kind === 'money') units.isMoney = true
  }
}

const NOT_PAY = new Set<Token['kind'] | undefined>(['counter', 'hours', 'days', 'months', 'scale'])

const readQuote = (
  tokens: readonly Token[],
  start: number,
  context: Context,
): { quote: Quote | undefined; next: number } => {
  const span = readSpan(tokens, start)
  if (!span) return { quote: undefined, next: start + 1 }
  if (NOT_PAY.has(tokens[span.next]?.kind) && !span.isMoney) return { quote: undefined, next: span.next + 1 }
  if (isShift(tokens, span.next)) return readShift(span, context)
  const after = readAfter(tokens, span.next, context)
  const unit = after.unit ?? span.unit ?? context.unit
  const isStated = span.isScaled || unit !== undefined || (context.role !== 'plain' && isLarge(span))
  if (!isStated && !isLarge(span)) return { quote: undefined, next: after.next }
  const quote: Quote = { role: after.role, opensTop: after.opensTop, ...(unit && { unit }), ...bound(span, after.edge) }
  return { quote, next: after.next }
}

/** 260元/12小时 is the pay of a day of twelve hours. */
const isShift = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'slash' && isFigure(tokens[at + 1]) && tokens[at + 2]?.kind === 'hours'

const readShift = (span: Span, context: Context): { quote: Quote; next: number } => ({
  quote: { role: context.role, unit: 'day', opensTop: false, ...bound(span, context.edge) },
  next: span.next + 3,
})

const isLarge = ({ low, high }: Span): boolean =>
  (low ?? high ?? 0) >= SMALLEST_MONTH && (high ?? low ?? 0) <= LARGEST_BARE

const bound = ({ low, high }: Span, edge: 'least' | 'most' | undefined): { low?: number; high?: number } => ({
  ...(low !== undefined && edge !== 'most' && { low }),
  ...(high !== undefined && edge !== 'least' && { high }),
})

type After = { next: number; unit?: SalaryUnit; edge?: 'least' | 'most'; opensTop: boolean; role: Role }

/** The words behind an amount: its unit, 以上 and 以下, and a commission on top of it. */
const readAfter = (tokens: readonly Token[], start: number, context: Context): After => {
  const after: After = { next: start, opensTop: false, role: context.role, ...(context.edge && { edge: context.edge }) }
  for (; AFTER_AMOUNT.has(tokens[after.next]?.kind ?? 'break'); after.next++) {
    const token = tokens[after.next]!
    if (token.kind === 'per' && !isOwnUnit(tokens, after.next)) break
    if (token.kind === 'per') after.unit = token.unit
    if (token.kind === 'floor') after.edge = 'least'
    if (token.kind === 'ceiling') after.edge = 'most'
    if (token.kind === 'unlimited') after.opensTop = true
    if (token.kind !== 'plus') continue
    if (opensAfterPlus(tokens[after.next + 1])) after.opensTop = true
    else break
  }
  const last = tokens[after.next]
  if (last?.kind === 'earned' || last?.kind === 'piecework') after.opensTop = true
  if (last?.kind === 'extra' && context.role === 'plain' && tokens[after.next - 1]?.kind !== 'plus')
    after.role = 'extra'
  return after
}

/** 5K+ and 5K+提成 are open above, 6K+双休 only lists what comes with it. */
const opensAfterPlus = (token: Token | undefined): boolean =>
  token === undefined || ['earned', 'break', 'slash', 'dot', 'gap', 'piecework', 'per'].includes(token.kind)
