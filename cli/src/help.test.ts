import { expect, test } from 'vitest'
import { COMMANDS, LANGUAGES, VERBS } from './commands.ts'
import { EXIT } from './failure/exit.ts'
import { explainVerb, overview } from './help.ts'
import { messagesIn } from './messages/index.ts'
import { displayWidth } from './text/width.ts'

test.each(LANGUAGES)('help in %s names every verb, option and exit code', (language) => {
  const first = overview(messagesIn(language), 80)
  for (const verb of VERBS) expect(first).toContain(`  ${verb} `)
  for (const code of Object.values(EXIT)) expect(first).toMatch(new RegExp(`^  ${code} `, 'm'))
  for (const verb of VERBS)
    for (const option of Object.keys(COMMANDS[verb].options))
      expect(explainVerb(verb, messagesIn(language), 80)).toContain(`--${option}`)
})

test('help keeps to the width of the terminal, examples apart', () => {
  for (const verb of VERBS) {
    const [explained] = explainVerb(verb, messagesIn('zh'), 80).split('\n例子\n')
    const tooWide = explained!.split('\n').filter((line) => displayWidth(line) > 80 && !line.startsWith('  renshu'))
    expect(tooWide).toEqual([])
  }
})
