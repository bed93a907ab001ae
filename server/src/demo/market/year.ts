import { type ConsentFill, fillAccounts, fillConsents } from '../../modules/accounts/index.ts'
import { fillHiring, type Retold, retell } from '../../modules/hiring/index.ts'
import { type FilledJob, fillJobs, fillSearches, prepareJob } from '../../modules/jobs/index.ts'
import { appendMany, type NewEntry } from '../../modules/ledger/index.ts'
import { fillAroundTalents, fillTalents } from '../../modules/talents/index.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Services } from '../../platform/services.ts'
import { type Dice, diceOf } from '../dice.ts'
import { addDays, officeHour } from '../town/days.ts'
import { aroundOf, searchesOf } from './around.ts'
import { makeOpenings, type Opening } from './openings.ts'
import { interviewNextWeek, refusedLastMonth, waitingApplication } from './own-course.ts'
import { makeSeekers, profileFill, type Seeker } from './people.ts'
import { type Beginning, byTrade, makeOutcomes, type Scene, tellingOf } from './processes.ts'
import type { HiringTown } from './town.ts'

export interface HiringSizes {
  talents: number
  /** Open ones; those closed within the year come on top. */
  postings: number
}

/** How far the filling has come. */
export type Progress = (what: 'people' | 'postings' | 'talents', done: number, of: number) => void

const AT_ONCE = 1000
/** Of which words a person agreed to show the contact. */
const CONTACT = { purpose: 'contact', textVersion: 'hiring-1' }

/** Fills the year of hiring, part by part, so that a large city needs no more memory than a small one. */
class Year {
  readonly #services: Services
  readonly #tx: Tx
  readonly #scene: Scene
  readonly #dice: Dice
  readonly #seekers: Seeker[]
  readonly #sizes: HiringSizes
  readonly #progress: Progress
  readonly #consented = new Set<string>()
  /** The account for trying out applies once at its employer, once at another, and did so a month ago. */
  readonly #ownTries = { here: false, elsewhere: false, before: false }

  constructor(services: Services, tx: Tx, town: HiringTown, sizes: HiringSizes, progress: Progress) {
    this.#services = services
    this.#tx = tx
    this.#sizes = sizes
    this.#progress = progress
    const now = services.clock.now()
    const today = dayOf(now)
    this.#dice = diceOf(town.city.demo.seed * 64 + 23)
    this.#seekers = makeSeekers({ town, count: sizes.talents, today, newId: services.clock.newId })
    const others = this.#seekers.filter(({ personId }) => personId === null || personId !== town.seeker?.id)
    this.#scene = { town, pools: byTrade(others), today, now }
  }

  get #desk() {
    const { clock, secrets, cities } = this.#services
    return { tx: this.#tx, city: this.#scene.town.city.code, secrets, cities, ...clock }
  }

  async #fillPeople(): Promise<void> {
    const dice = diceOf(this.#scene.town.city.demo.seed * 64 + 24)
    const own = this.#seekers.filter(({ personId }) => personId !== null && personId !== this.#scene.town.seeker?.id)
    for (let from = 0; from < own.length; from += AT_ONCE) {
      const people = own.slice(from, from + AT_ONCE)
      const rows = people.map(({ personId, name, phone, createdOn }) => {
        const createdAt = officeHour(createdOn, dice.below(480))
        return { id: personId!, name, phone, createdAt }
      })
      await fillAccounts(this.#desk, { people: rows, members: [], officers: [] })
      const kind = 'accounts.personRegistered' as const
      await appendMany(
        this.#desk,
        people.map(({ personId: id, createdOn: occurredOn }) => ({ kind, occurredOn, sourceId: id!, personId: id })),
      )
      this.#progress('people', from + people.length, own.length)
    }
  }

  /** What the account for trying out has to do with a posting. */
  #ownBeginnings(opening: Opening): Beginning[] {
    const { town, today } = this.#scene
    const seeker = this.#seekers[0]
    if (!seeker || seeker.personId === null || seeker.personId !== town.seeker?.id) return []
    const { site, trade, status, on, own, silent } = opening
    if (trade !== seeker.life.trade || silent) return []
    const stage = { today, personId: seeker.personId, employerActorId: site.ownerId, place: site.address }
    const tries = this.#ownTries
    if (own && status === 'open' && !tries.here && on <= addDays(today, -5)) {
      tries.here = true
      return [{ seeker, course: interviewNextWeek(stage) }]
    }
    if (!own && status === 'open' && !tries.elsewhere && on <= addDays(today, -2)) {
      tries.elsewhere = true
      return [{ seeker, course: waitingApplication(stage) }]
    }
    if (!own && status === 'open' && !tries.before && on <= addDays(today, -35)) {
      tries.before = true
      return [{ seeker, course: refusedLastMonth(stage) }]
    }
    return []
  }

  #prepare(opening: Opening): { job: FilledJob; told: Retold[] } {
    const { town } = this.#scene
    const { newId } = this.#services.clock
    const { beginnings, taken, closedOn } = makeOutcomes(this.#scene, this.#dice, opening)
    const { site, post, on, status } = opening
    const closed = closedOn ? { reason: taken > 0 ? ('filled' as const) : ('cancelled' as const), on: closedOn } : null
    const job = prepareJob(town.city.code, {
      id: newId(),
      organisationId: site.id,
      employerId: site.id,
      ownDistrict: site.district,
      post,
      status,
      closed,
      createdAt: officeHour(on, this.#dice.below(480)),
      createdBy: site.ownerId,
      taken,
    })
    const all = [...beginnings, ...this.#ownBeginnings(opening)]
    return { job, told: all.map((one) => retell(this.#desk, tellingOf(newId, job, opening, one))) }
  }

  /** Consents to show the contact, each once for one organisation. */
  #consentsOf(told: readonly Retold[]): ConsentFill[] {
    return told.flatMap(({ process }): ConsentFill[] => {
      const { personId, organisationId, contact, startedAt } = process
      const key = `${personId} ${organisationId}`
      if (!contact || !personId || this.#consented.has(key)) return []
      this.#consented.add(key)
      return [{ personId, recipient: organisationId, ...CONTACT, givenAt: startedAt }]
    })
  }

  async #keepPostings(openings: readonly Opening[], isFirst: boolean): Promise<void> {
    const prepared = openings.map((opening) => this.#prepare(opening))
    const jobs = prepared.map(({ job }) => job)
    const reports = isFirst ? this.#reportsOn(jobs) : []
    await fillJobs(this.#desk, { jobs, reports })
    const told = prepared.flatMap((one) => one.told)
    await fillHiring(this.#tx, told)
    await fillConsents(this.#desk, this.#consentsOf(told))
    const entries: NewEntry[] = told.flatMap((one) => one.entries)
    if (entries.length > 0) await appendMany(this.#desk, entries)
  }

  /** What people reported of postings that are open. */
  #reportsOn(jobs: readonly FilledJob[]) {
    const people = this.#seekers.flatMap(({ personId }) => personId ?? [])
    const open = jobs.flatMap(({ status }, at) => (status === 'open' ? [at] : [])).slice(20)
    const said = [
      ['fee', '面试时说要先交培训费，与岗位描述不符。'],
      ['fake', '电话联系后说岗位早已招满，一直不下架。'],
      ['other', '实际工作地点与页面不一致。'],
    ] as const
    return said.flatMap(([kind, text], place) => {
      const at = open[place * 7]
      const by = people[1 + place]
      const on = officeHour(addDays(this.#scene.today, -1 - place), 200)
      return at === undefined || !by ? [] : [{ id: this.#services.clock.newId(), at, kind, text, by, on }]
    })
  }

  async #fillPostings(): Promise<void> {
    const { town, today } = this.#scene
    const dice = diceOf(town.city.demo.seed * 64 + 25)
    let batch: Opening[] = []
    let done = 0
    const keep = async () => {
      await this.#keepPostings(batch, done === 0)
      done += batch.length
      batch = []
      this.#progress('postings', done, Math.max(done, Math.round(this.#sizes.postings * 1.3)))
    }
    for (const opening of makeOpenings(town, dice, this.#sizes.postings, today)) {
      batch.push(opening)
      if (batch.length === AT_ONCE) await keep()
    }
    if (batch.length > 0) await keep()
  }

  async #fillTalents(): Promise<void> {
    const { town, today } = this.#scene
    for (let from = 0; from < this.#seekers.length; from += AT_ONCE) {
      const part = this.#seekers.slice(from, from + AT_ONCE)
      await fillTalents(
        this.#desk,
        part.map((seeker) => profileFill({ town, today }, seeker)),
      )
      this.#progress('talents', from + part.length, this.#seekers.length)
    }
  }

  /** @returns papers that what waits for a decision stands on */
  async fill() {
    await this.#fillPeople()
    await this.#fillPostings()
    await this.#fillTalents()
    const { town, today } = this.#scene
    const { newId } = this.#services.clock
    const around = aroundOf({ town, today, newId }, this.#seekers)
    await fillAroundTalents(this.#desk, around)
    await fillConsents(this.#desk, around.consents)
    await fillSearches(this.#desk, searchesOf({ town, today, newId }, this.#seekers))
    return around.files
  }
}

/**
 * Gives a made-up city its year of hiring: people and their wishes, postings, processes with their steps and ledger
 * entries, and what waits for officers.
 */
export const fillYear = (
  services: Services,
  tx: Tx,
  town: HiringTown,
  sizes: HiringSizes,
  progress: Progress,
): ReturnType<Year['fill']> => new Year(services, tx, town, sizes, progress).fill()
