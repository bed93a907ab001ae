import type { City } from '../city/index.ts'
import type { NewEntry } from '../modules/ledger/index.ts'
import type { AccountsFill } from '../modules/accounts/index.ts'
import type { RegistryFill } from '../modules/registry/index.ts'
import { officeHour } from './town/days.ts'
import { type Dice, diceOf } from './dice.ts'
import { districtOf, type DemoOrganisation } from './town/organisation.ts'
import type { DemoAccount } from './people.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/** Rows of a made-up city for each module that keeps them. */
export interface DemoRecords {
  accounts: Mutable<AccountsFill>
  registry: Mutable<RegistryFill>
  entries: NewEntry[]
  /** Papers of what waits for a decision; the bytes are all the same. */
  files: { id: string; name: string; organisationId: string; personId: string; createdAt: Date }[]
}

export interface Desk {
  city: City
  newId: () => string
  /** Last working day for deciding on what was submitted on a day. */
  dueOn: (submittedOn: string) => string
  /** Not later than this instant may anything have happened. */
  now: Date
}

/** Somebody who decides: the city's administrator, and the officer of one district. */
interface Deciders {
  administrator: string
  districts: Map<string, string>
}

const DESCRIPTION = '示例单位，纯属虚构，供试用。'
/** The names of parks are those of the sources. */
const PARK = '园区名称取自公开报道，其余内容均为示例。'
const DOCUMENT = '营业执照（示例）.pdf'
const STATEMENT = '申请核验，材料为示例。'
const REFUSALS = ['营业执照照片不清，请重新上传', '单位名称与营业执照不一致', '许可证已过有效期，请先办理延续']

/** Minutes of office hours in a day. */
const MINUTES = 480

class Writer {
  readonly records: DemoRecords = {
    accounts: { people: [], members: [], officers: [] },
    registry: { organisations: [], licences: [], practitioners: [], verifications: [], facts: [] },
    entries: [],
    files: [],
  }
  readonly #desk: Desk
  readonly #dice: Dice

  constructor(desk: Desk) {
    this.#desk = desk
    this.#dice = diceOf(desk.city.demo.seed * 8 + 7)
  }

  /** Some minute of a day, before now. */
  #at(day: string): Date {
    const instant = officeHour(day, this.#dice.below(MINUTES))
    return instant > this.#desk.now ? this.#desk.now : instant
  }

  /** @returns the id of the person */
  addPerson(name: string, phone: string | null, day: string): string {
    const id = this.#desk.newId()
    this.records.accounts.people.push({ id, name, phone, createdAt: this.#at(day) })
    this.#count('accounts.personRegistered', day, id, { personId: id })
    return id
  }

  #count(kind: NewEntry['kind'], occurredOn: string, sourceId: string, rest: Partial<NewEntry>): void {
    this.records.entries.push({ kind, occurredOn, sourceId, ...rest })
  }

  /** The organisation with everything that became of it. @returns its id */
  addOrganisation(made: DemoOrganisation, ownerId: string, deciders: Deciders): string {
    const { city, newId } = this.#desk
    const id = newId()
    const { kind, name, creditCode, district, address, industry, size, businessTypes } = made
    const { foundedOn, contactName, legalRepresentative, registeredOn } = made
    const createdAt = this.#at(registeredOn)
    this.records.accounts.members.push({ personId: ownerId, organisationId: id, role: 'owner', createdAt })
    const described = { industry, size, businessTypes, foundedOn, contactName, legalRepresentative }
    this.records.registry.organisations.push({
      city: city.code,
      id,
      kind,
      name,
      creditCode,
      district,
      address,
      ...described,
      description: kind === 'park' ? PARK : DESCRIPTION,
      verifiedOn: isVerified(made) ? made.decidedOn : null,
      createdAt,
      createdBy: ownerId,
    })
    this.#count('registry.organisationRegistered', registeredOn, id, { organisationId: id, district, industry })
    const decidedBy = deciders.districts.get(district) ?? deciders.administrator
    this.#addVerification(made, id, ownerId, decidedBy)
    this.#addPapers(made, id, ownerId, decidedBy)
    this.#addSanctions(made, id, decidedBy)
    return id
  }

  #addVerification(made: DemoOrganisation, organisationId: string, submittedBy: string, decidedBy: string): void {
    const { submittedOn, decidedOn, district, industry } = made
    if (!submittedOn) return
    const { city, newId, dueOn } = this.#desk
    const id = newId()
    const decidedAt = decidedOn && this.#at(decidedOn)
    const status = statusOf(made)
    const submittedAt = this.#at(submittedOn)
    this.records.registry.verifications.push({
      city: city.code,
      id,
      organisationId,
      district,
      round: 1,
      status,
      submittedAt,
      submittedBy,
      dueOn: dueOn(submittedOn),
      statement: STATEMENT,
      documents: status === 'submitted' ? [this.#addFile(organisationId, submittedBy, submittedAt)] : [],
      decidedAt: decidedAt || null,
      decidedBy: decidedAt ? decidedBy : null,
      reason: status === 'refused' ? this.#dice.oneOf(REFUSALS) : null,
      throughOrganisationId: null,
    })
    if (status !== 'accepted' || !decidedOn) return
    this.#addFact(organisationId, decidedBy, decidedAt as Date, {
      kind: 'verified',
      detail: { round: 1 },
      fromOn: decidedOn,
      untilOn: null,
      source: 'registry.verification',
      sourceId: id,
    })
    this.#count('registry.organisationVerified', decidedOn, id, { organisationId, district, industry })
  }

  #addFile(organisationId: string, personId: string, createdAt: Date): string {
    const id = this.#desk.newId()
    this.records.files.push({ id, name: DOCUMENT, organisationId, personId, createdAt })
    return id
  }

  /** Papers are confirmed with the verification; until then they are proposed. */
  #addPapers(made: DemoOrganisation, organisationId: string, proposedBy: string, decidedBy: string): void {
    const { city, newId } = this.#desk
    const { district, registeredOn, decidedOn, licences, practitioners } = made
    const issuedBy = `${districtOf(city, district).name.zh}人力资源和社会保障局`
    for (const licence of licences) {
      const id = newId()
      const isConfirmed = isVerified(made)
      // A paper renewed after the verification is confirmed when it begins.
      const on = [decidedOn ?? registeredOn, licence.validFrom].toSorted().at(-1)!
      const decidedAt = isConfirmed ? this.#at(on) : null
      this.records.registry.licences.push({
        city: city.code,
        id,
        organisationId,
        district,
        ...licence,
        issuedBy,
        status: isConfirmed ? 'confirmed' : 'proposed',
        proposedAt: this.#at(registeredOn),
        proposedBy,
        decidedAt,
        decidedBy: isConfirmed ? decidedBy : null,
      })
      if (!decidedAt) continue
      const { kind, number, covers, validFrom: fromOn, validUntil: untilOn } = licence
      const detail = { kind, number, covers }
      const source = { source: 'registry.licence', sourceId: id }
      this.#addFact(organisationId, decidedBy, decidedAt, { kind: 'licence', detail, fromOn, untilOn, ...source })
    }
    for (const practitioner of practitioners)
      this.records.registry.practitioners.push({
        city: city.code,
        id: newId(),
        organisationId,
        district,
        ...practitioner,
        untilOn: null,
      })
  }

  #addSanctions({ sanctions }: DemoOrganisation, organisationId: string, recordedBy: string): void {
    for (const { from, until, cause } of sanctions)
      this.#addFact(organisationId, recordedBy, this.#at(from), {
        kind: 'sanction',
        detail: { cause },
        fromOn: from,
        untilOn: until,
        source: 'demo.sanction',
        sourceId: this.#desk.newId(),
      })
  }

  #addFact(
    organisationId: string,
    recordedBy: string,
    recordedAt: Date,
    fact: Omit<RegistryFill['facts'][number], 'city' | 'id' | 'organisationId' | 'recordedAt' | 'recordedBy'>,
  ): void {
    const { city, newId } = this.#desk
    this.records.registry.facts.push({
      city: city.code,
      id: newId(),
      organisationId,
      ...fact,
      recordedAt,
      recordedBy,
    })
  }
}

const isVerified = ({ state }: DemoOrganisation): boolean => ['valid', 'expired', 'sanctioned'].includes(state)

const statusOf = ({ state }: DemoOrganisation): 'accepted' | 'refused' | 'submitted' => {
  if (state === 'refused' || state === 'waiting') return state === 'refused' ? 'refused' : 'submitted'
  return 'accepted'
}

/** The rows of a made-up city: people, organisations with their course, ledger. Each owner is somebody of their own. */
export function recordsOf(
  desk: Desk,
  organisations: readonly DemoOrganisation[],
  accounts: readonly DemoAccount[],
  today: string,
): DemoRecords {
  const writer = new Writer(desk)
  const { records } = writer
  const ids = new Map(accounts.map((one) => [one.role, writer.addPerson(one.name, one.phone, today)]))
  const deciders: Deciders = { administrator: ids.get('administrator')!, districts: new Map() }
  for (const { role, district, totp } of accounts)
    if (totp) {
      const personId = ids.get(role)!
      records.accounts.officers.push({ personId, district, administrator: role === 'administrator', totp })
      if (district && role === 'districtOfficer') deciders.districts.set(district, personId)
    }
  for (const made of organisations) {
    const own = accounts.filter(({ member }) => member?.creditCode === made.creditCode)
    const owner = own.find(({ member }) => member?.role === 'owner')
    const ownerId = owner ? ids.get(owner.role)! : writer.addPerson(made.contactName, null, made.registeredOn)
    const organisationId = writer.addOrganisation(made, ownerId, deciders)
    for (const { role, member } of own)
      if (member!.role !== 'owner')
        records.accounts.members.push({
          personId: ids.get(role)!,
          organisationId,
          role: member!.role,
          createdAt: officeHour(today, 0),
        })
  }
  return records
}
