import { anything, byKind, day, listOf, matching, object, oneOf, plain, type Shape, words } from './shape.ts'

const both = object({ zh: words, en: words })
const id = matching(/^[a-z][a-zA-Z0-9-]*$/, '编号用小写字母开头', 'an id begins with a small letter')
const type = oneOf('money', 'ratio', 'integer', 'date', 'months', 'days', 'boolean', 'choice', 'list')
const counted = oneOf('money', 'ratio', 'integer', 'months', 'days')
const example = oneOf('示例')
const source = { 'source?': id, 'example?': example }

const limitOf = (fields: Readonly<Record<string, Shape>>): Shape =>
  object({ id, kind: words, clause: words, text: both, ...source, ...fields })
const span = oneOf('ever', 'year')
const earlier = { 'with?': listOf(id, 1), 'same?': listOf(words, 1), 'last?': words }

const limit = byKind('kind', {
  cap: limitOf({ most: words, within: span, ...earlier }),
  times: limitOf({ most: words, within: span, ...earlier }),
  exclusive: limitOf({ with: listOf(id, 1), within: span, 'same?': listOf(words, 1) }),
  deadline: limitOf({ event: words, within: words }),
  higher: limitOf({ 'by?': words, ...earlier }),
  share: limitOf({ most: words, of: words }),
  reserve: limitOf({ of: words, least: words, 'otherwise?': words }),
})

/** What a policy file looks like; meaning is checked when it is prepared. */
export const POLICY = object({
  key: id,
  title: both,
  summary: both,
  subject: oneOf('person', 'organisation'),
  from: day,
  'to?': day,
  documents: listOf(
    object({ id, title: words, 'number?': words, 'link?': words, 'published?': day, 'certainty?': both }),
    1,
  ),
  facts: listOf(
    object({
      key: matching(/^[a-z][a-zA-Z0-9]*$/, '英文键，小写字母开头', 'an English key that begins with a small letter'),
      name: words,
      type,
      'options?': listOf(words, 2),
      question: both,
      'record?': matching(/^[a-z]+\.[a-zA-Z]+$/, '记录写作 insurance.paid', 'a record is written insurance.paid'),
      'min?': plain,
      'max?': plain,
    }),
    1,
  ),
  parameters: listOf(
    object({
      name: words,
      type,
      'by?': words,
      'steps?': counted,
      values: listOf(
        object({
          from: day,
          'to?': day,
          'known?': day,
          value: anything,
          ...source,
          'clause?': words,
          'note?': both,
        }),
        1,
      ),
    }),
  ),
  'definitions?': listOf(object({ name: words, is: words, 'source?': id, 'clause?': words })),
  conditions: listOf(object({ id, clause: words, text: both, when: words, ...source, 'from?': day, 'to?': day })),
  amount: object({ is: words, clause: words, period: oneOf('once', 'month'), ...source }),
  'limits?': listOf(limit),
})
