import type { ExitName } from './exit.ts'
import type { Messages } from '../messages/index.ts'

/** Ends the run with a sentence for the person at the keyboard; the language is chosen where it is printed. */
export class Stop extends Error {
  readonly exit: ExitName
  readonly tell: (messages: Messages) => string

  constructor(exit: ExitName, tell: (messages: Messages) => string) {
    super(exit)
    this.name = 'Stop'
    this.exit = exit
    this.tell = tell
  }
}
