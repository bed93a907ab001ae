import { type ConsentFill, fillAccounts, fillConsents, fillMandates } from '../../modules/accounts/index.ts'
import { fillHiring, type Retold, retell } from '../../modules/hiring/index.ts'
import {
  fillAsked,
  fillAskedFilters,
  type FilledJob,
  fillJobs,
  fillSearches,
  prepareJob,
} from '../../modules/jobs/index.ts'
import { appendMany } from '../../modules/ledger/index.ts'
import { fillAroundTalents, fillTalents } from '../../modules/talents/index.ts'
import { dayOf } from '../../platform/clock.ts'
import { paced } from '../../platform/pace.ts'
import { type Dice, diceOf } from '../dice.ts'
import { type DemoPart, deskOf, type Making, type Write } from '../parts.ts'
import { keepDocuments } from '../town-part.ts'
import { addDays, officeHour } from '../town/days.ts'
import { agencyOpenings, mandatesOf } from './agency.ts'
import { aroundOf, searchesOf } from './around.ts'
import { askedFiltersOf, askedOf } from './asked.ts'
import { makeOpenings, type Opening } from './openings.ts'
import { interviewNextWeek, refusedLastMonth, waitingApplication } from './own-course.ts'
import { makeSeekers, profileFill, type Seeker } from './people.ts'
import { type Beginning, byTrade, makeOutcomes, type Outcomes, type Scene, tellingOf } from './processes.ts'
import type { HiringTown } from './town.ts'

/** Records of a part. */
const AT_ONCE = 500
/** Milliseconds in a row for which the making keeps what is being written waiting. */
const LONGEST = 4
/** Of which words a person agreed to show the contact. */
const CONTACT = { purpose: 'contact', textVersion: 'hiring-1' }

/** A posting with what the dice said of it. */
interface Drawn {
  opening: Opening
  outcomes: Outcomes
  createdAt: Date
}

interface Prepared {
  job: FilledJob
  told: Retold[]
}

function* batches<T>(all: readonly T[]): Generator<{ batch: readonly T[]; from: number; done: number }> {
  for (let from = 0; from < all.length; from += AT_ONCE)
    yield { batch: all.slice(from, from + AT_ONCE), from, done: Math.min(all.length, from + AT_ONCE) }
}

/**
 * The year of hiring of a made-up city, part by part, so that a large city needs little more memory than a small one.
 * What the dice say is found in the order of the parts, also of those that are there already.
 */
class Year {
  readonly #making: Making
  readonly #scene: Scene
  readonly #dice: Dice
  readonly #seekers: Seeker[]
  readonly #pace = paced(LONGEST)
  /** The account for trying out applies once at its employer, once at another, and did so a month ago. */
  readonly #ownTries = { here: false, elsewhere: false, before: false }

  /** Open postings by the title of their trade. */
  readonly #openBy = new Map<string, number>()

  /** @param newId for everybody who looks for work */
  constructor(making: Making, town: HiringTown, newId: () => string) {
    const { talents: count, madeAt: now } = making.mark
    this.#making = making
    this.#dice = diceOf(town.city.demo.seed * 64 + 23)
    const today = dayOf(now)
    this.#seekers = makeSeekers({ town, count, today, newId })
    const isOwn = ({ personId }: Seeker) => personId !== null && personId === town.seeker?.id
    const others = this.#seekers.filter((seeker) => !isOwn(seeker))
    this.#scene = { town, pools: byTrade(others), own: this.#seekers.find(isOwn), today, now }
  }

  /** What binds organisations before they post. */
  mandatesPart(): DemoPart {
    const { town, today } = this.#scene
    return {
      make: async (newId) => (tx) => fillMandates(deskOf(this.#making, tx, newId), mandatesOf(town, today, newId)),
    }
  }

  *peopleParts(): Generator<DemoPart> {
    const { seed } = this.#scene.town.city.demo
    const own = this.#seekers.filter(({ personId }) => personId !== null && personId !== this.#scene.town.seeker?.id)
    for (const { batch, from, done } of batches(own))
      yield {
        make: async (newId) => this.#peopleRows(batch, diceOf(seed * 64 + 24 + from * 31), newId),
        progress: ['people', done, own.length],
      }
  }

  #peopleRows(people: readonly Seeker[], dice: Dice, newId: () => string): Write {
    const rows = people.map(({ personId, name, phone, createdOn }) => {
      const createdAt = officeHour(createdOn, dice.below(480))
      return { id: personId!, name, phone, createdAt }
    })
    const kind = 'accounts.personRegistered' as const
    return async (tx) => {
      const desk = deskOf(this.#making, tx, newId)
      await fillAccounts(desk, { people: rows, members: [], officers: [] })
      await appendMany(
        desk,
        people.map(({ personId: id, createdOn: occurredOn }) => ({ kind, occurredOn, sourceId: id!, personId: id })),
      )
    }
  }

  /** What the account for trying out has to do with a posting. */
  #ownBeginnings(opening: Opening): Beginning[] {
    const { own: seeker, today } = this.#scene
    if (!seeker?.personId) return []
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

  #draw(opening: Opening): Drawn {
    const { status, trade } = opening
    if (status === 'open') this.#openBy.set(trade.title, (this.#openBy.get(trade.title) ?? 0) + 1)
    const { beginnings, ...rest } = makeOutcomes(this.#scene, this.#dice, opening)
    const createdAt = officeHour(opening.on, this.#dice.below(480))
    return { opening, outcomes: { ...rest, beginnings: [...beginnings, ...this.#ownBeginnings(opening)] }, createdAt }
  }

  #prepare({ opening, outcomes, createdAt }: Drawn, newId: () => string): Prepared {
    const { town, now } = this.#scene
    const { cities } = this.#making.services
    const { beginnings, taken, closedOn } = outcomes
    const { site, by = site, post, status } = opening
    const closed = closedOn ? { reason: taken > 0 ? ('filled' as const) : ('cancelled' as const), on: closedOn } : null
    const job = prepareJob(town.city.code, {
      id: newId(),
      organisationId: by.id,
      employerId: site.id,
      ownDistrict: site.district,
      post,
      status,
      closed,
      createdAt,
      createdBy: by.ownerId,
      taken,
    })
    const place = { cities, city: town.city.code, newId, now: () => now }
    return { job, told: beginnings.map((one) => retell(place, tellingOf(newId, job, opening, one))) }
  }

  /** @param isFirst whether people reported some of them */
  async #postingRows(drawn: readonly Drawn[], isFirst: boolean, newId: () => string): Promise<Write> {
    const prepared: Prepared[] = []
    for (const one of drawn) {
      prepared.push(this.#prepare(one, newId))
      await this.#pace()
    }
    const jobs = prepared.map(({ job }) => job)
    const told = prepared.flatMap((one) => one.told)
    const reports = isFirst ? this.#reportsOn(jobs, newId) : []
    return async (tx) => {
      const desk = deskOf(this.#making, tx, newId)
      await fillJobs(desk, { jobs, reports })
      await fillHiring(tx, told)
      await fillConsents(desk, consentsOf(told))
      await appendMany(
        desk,
        told.flatMap((one) => one.entries),
      )
    }
  }

  /** What people reported of postings that are open. */
  #reportsOn(jobs: readonly FilledJob[], newId: () => string) {
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
      return at === undefined || !by ? [] : [{ id: newId(), at, kind, text, by, on }]
    })
  }

  *postingParts(): Generator<DemoPart> {
    const { town, today } = this.#scene
    const { postings } = this.#making.mark
    const dice = diceOf(town.city.demo.seed * 64 + 25)
    let drawn: Drawn[] = []
    let done = 0
    const part = (): DemoPart => {
      const [batch, isFirst] = [drawn, done === 0]
      drawn = []
      done += batch.length
      return {
        make: (newId) => this.#postingRows(batch, isFirst, newId),
        // Beside the open ones, for which the city is made, there are closed ones: how many the dice say.
        progress: ['postings', done, Math.max(done, Math.round(postings * 1.5))],
      }
    }
    for (const openings of [
      makeOpenings(town, dice, postings, today),
      agencyOpenings(town, diceOf(town.city.demo.seed * 64 + 28), today),
    ])
      for (const opening of openings) {
        drawn.push(this.#draw(opening))
        if (drawn.length === AT_ONCE) yield part()
      }
    if (drawn.length > 0) yield part()
  }

  *talentParts(): Generator<DemoPart> {
    const { town, today } = this.#scene
    const fillsOf = async (seekers: readonly Seeker[]) => {
      const fills = []
      for (const seeker of seekers) {
        fills.push(profileFill({ town, today }, seeker))
        await this.#pace()
      }
      return fills
    }
    for (const { batch, done } of batches(this.#seekers))
      yield {
        make: async (newId) => {
          const fills = await fillsOf(batch)
          return (tx) => fillTalents(deskOf(this.#making, tx, newId), fills)
        },
        progress: ['talents', done, this.#seekers.length],
      }
  }

  /** What waits for officers, who looked at whom, and what people search for again. */
  lastPart(): DemoPart {
    const { town, today } = this.#scene
    return {
      make: async (newId) => {
        const around = aroundOf({ town, today, newId }, this.#seekers)
        const searches = searchesOf({ town, today, newId }, this.#seekers)
        const asked = askedOf(diceOf(town.city.demo.seed * 64 + 29), this.#openBy, today)
        const filters = askedFiltersOf(diceOf(town.city.demo.seed * 64 + 30), town.city.code, today)
        return async (tx) => {
          const desk = deskOf(this.#making, tx, newId)
          await fillAroundTalents(desk, around)
          await fillConsents(desk, around.consents)
          await fillSearches(desk, searches)
          await fillAsked(desk, asked)
          await fillAskedFilters(desk, filters)
          await keepDocuments(this.#making, tx, around.files)
        }
      },
    }
  }
}

/** Consents to show the contact; of several by one person to one organisation the first is kept. */
const consentsOf = (told: readonly Retold[]): ConsentFill[] =>
  told.flatMap(({ process: { personId, organisationId, contact, startedAt } }) =>
    contact && personId ? [{ personId, recipient: organisationId, ...CONTACT, givenAt: startedAt }] : [],
  )

/**
 * Gives a made-up city its year of hiring: people and their wishes, postings, processes with their steps and ledger
 * entries, and what waits for officers.
 * @param newId for everybody who looks for work
 */
export function* yearParts(making: Making, town: HiringTown, newId: () => string): Generator<DemoPart> {
  const year = new Year(making, town, newId)
  yield* year.peopleParts()
  yield year.mandatesPart()
  yield* year.postingParts()
  yield* year.talentParts()
  yield year.lastPart()
}
