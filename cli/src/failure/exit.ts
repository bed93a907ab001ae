/** The exit codes of `renshu`: the one table that help, `docs/cli.md` and the verbs go by. Rejected rows are no failure. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  input: 3,
  output: 4,
  unavailable: 5,
  internal: 70,
  interrupted: 130,
  terminated: 143,
} as const
export type ExitName = keyof typeof EXIT
