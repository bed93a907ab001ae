import type { Job } from '@renshu/match'

/** How many talents a peer is asked for. */
export const ANSWER_SIZE = 20

export type PeerAnswer = {
  /** At most {@link ANSWER_SIZE} talents, best first. */
  ids: string[]
  /** From sending the finished question to holding the whole answer. */
  milliseconds: number
}

/** Another engine that holds the same talents and answers the same question: the best talents for a job. */
export type Peer = {
  name: string
  /** What it cannot express, approximates or is spared, one line. */
  limits: string
  /** From asking for the first talent to being ready for questions, seconds; the making of the talents is part of it. */
  loadSeconds: number
  /** What the talents and the indexes it asks take on disk. */
  bytes: number
  ask: (job: Job) => Promise<PeerAnswer>
  close: () => Promise<void>
}

/** Called now and then with the number of talents laid out so far. */
export type OnProgress = (talents: number) => void

/** The programs of a peer are not on this machine. */
export class PeerMissing extends Error {
  readonly program: string
  /** The Debian package that brings it. */
  readonly install: string

  constructor(program: string, install: string) {
    super(`${program} was not found; Debian has it in the package ${install}`)
    this.name = 'PeerMissing'
    this.program = program
    this.install = install
  }
}

/** A program of a peer ended, or said what it should not. */
export class PeerFailed extends Error {
  constructor(program: string, said: string) {
    super(`${program} failed: ${said.trim()}`)
    this.name = 'PeerFailed'
  }
}
