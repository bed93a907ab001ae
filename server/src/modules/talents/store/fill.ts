import type { ProfileBody, SpecialGroup, TalentPair } from '@renshu/contracts'
import { insertMany } from '../../../platform/bulk/index.ts'
import { drawChange } from '../../../platform/changes/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Services } from '../../../platform/services.ts'
import { engineOf, profileOf } from '../profile/engine.ts'
import { copiesOf, isShownOn, visibleUntil } from '../rules.ts'
import { wishDays } from '../settings.ts'

interface Desk extends Pick<Services, 'cities' | 'secrets'> {
  tx: Tx
  city: string
  now: () => Date
}

/** A profile taken over whole; of a person with an account, or kept by an agency. */
export interface TalentFill {
  id: string
  name: string
  /** The account it belongs to; null: an agency keeps it, with the consent it stands on. */
  personId: string | null
  kept: { agencyId: string; phone: string; consentOn: string; consentUntil: string; sourceId: string } | null
  profile: Omit<ProfileBody, 'version'>
  /** The day on which the wish was said last. */
  confirmedOn: string
  createdAt: Date
}

function rowOf({ cities, city, secrets, now }: Desk, fill: TalentFill) {
  const { id, name, personId, kept, profile: body, confirmedOn, createdAt } = fill
  const { visibility, cvFileId } = body
  const profile = profileOf({ ...body, version: null })
  const consentUntil = kept?.consentUntil ?? null
  const until = visibleUntil(confirmedOn, wishDays({ cities, city }, confirmedOn), consentUntil)
  return {
    city,
    id,
    personId,
    agencyId: kept?.agencyId ?? null,
    visibility: kept ? 'hidden' : visibility,
    profile,
    engine: engineOf(id, profile, confirmedOn),
    ...copiesOf(profile, { city, name, on: confirmedOn }),
    nameBlind: secrets.blind('talentName', name),
    nameSealed: kept ? secrets.seal(name) : null,
    phoneSealed: kept ? secrets.seal(kept.phone) : null,
    phoneBlind: kept ? secrets.blind('phone', kept.phone) : null,
    consentOn: kept?.consentOn ?? null,
    consentUntil,
    sourceId: kept?.sourceId ?? null,
    cvFileId,
    confirmedOn,
    visibleUntil: until,
    active: isShownOn({ active: true, visibleUntil: until }, dayOf(now())),
    version: 1,
    createdAt,
    changedAt: createdAt,
  }
}

/** Profiles as if each had been saved on the day of its wish. Scope system. */
export async function fillTalents(desk: Desk, talents: readonly TalentFill[]): Promise<void> {
  if (talents.length === 0) return
  const { tx, city } = desk
  const rows = talents.map((talent) => rowOf(desk, talent))
  const first = (await drawChange(tx, city, 'talents', rows.length)) - rows.length + 1
  await insertMany(
    tx,
    'talents.talent',
    rows.map((row, at) => ({ ...row, changeSeq: first + at })),
  )
}

/** What waits for officers, and who looked at whom. */
export interface TalentsAround {
  claims: readonly {
    id: string
    talentId: string
    personId: string
    kind: SpecialGroup
    district: string | null
    documents: readonly string[]
    status: 'claimed' | 'proved'
    claimedAt: Date
    decidedAt: Date | null
    decidedBy: string | null
    untilOn: string | null
  }[]
  pairs: readonly {
    id: string
    talents: readonly [string, string]
    districts: readonly string[]
    alike: TalentPair['alike']
    foundAt: Date
  }[]
  looks: readonly {
    id: string
    talentId: string
    personId: string | null
    organisationId: string
    byPersonId: string
    at: Date
  }[]
}

export async function fillAroundTalents(
  { tx, city }: Pick<Desk, 'tx' | 'city'>,
  { claims, pairs, looks }: TalentsAround,
): Promise<void> {
  await insertMany(
    tx,
    'talents.groupClaim',
    claims.map((claim) => ({ city, ...claim, reason: null })),
  )
  await insertMany(
    tx,
    'talents.pair',
    pairs.map(({ talents, ...pair }) => {
      const [oneId, otherId] = talents.toSorted()
      return { city, ...pair, oneId, otherId, status: 'open' }
    }),
  )
  await insertMany(
    tx,
    'talents.look',
    looks.map(({ at, ...look }) => ({ city, ...look, what: 'profile', lookedOn: dayOf(at), lookedAt: at })),
  )
}
