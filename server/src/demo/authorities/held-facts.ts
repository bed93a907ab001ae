import { fillHeldFacts, type HeldFactFill } from '../../modules/policy/index.ts'
import { dayOf } from '../../platform/clock.ts'
import { type Dice, diceOf } from '../dice.ts'
import type { HiringTown, Site } from '../market/town.ts'
import { type DemoPart, deskOf, type Making } from '../parts.ts'
import { addDays } from '../town/days.ts'

/** Firms of which social insurance has stated something; the others have to be asked. */
const FIRMS = 700
/** People of whom it has. */
const PEOPLE = 60

const INSURANCE = '社会保险经办机构（示例）'
const STATISTICS = '统计部门（示例）'
const SKILLS = '技能鉴定中心（示例）'
const BANK = '单位登记的账户（示例）'
/** Months for which the fund lasts, and whether the city has raised the rates: the same for all firms of a year. */
const FUND = { raised: false, reserveMonths: 19 } as const
/** 工业机器人系统操作员 and others, by their codes without dashes. */
const OCCUPATIONS = [6_180_101, 6_310_101, 4_080_501, 6_290_201]

type Said = readonly [record: string, value: HeldFactFill['value'], statedBy: string]

const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
/** An account number that no bank has given out: it begins with zeros. */
const account = (serial: number): string => `示例银行示例支行 0000${String(serial).padStart(12, '0')}`

/** What is stated of a firm. Most kept their people; some paid for less than a year, some laid many off. */
function firmFacts(dice: Dice, site: Site, serial: number, isOwn: boolean): Said[] {
  const staff = isOwn ? 46 : dice.between(3, 320)
  const months = isOwn || dice.happens(88) ? dice.between(12, 60) : dice.between(1, 11)
  const laidOff = isOwn || dice.happens(85) ? Math.floor(staff * 0.04) : Math.ceil(staff * 0.25)
  const paid = staff * 12 * dice.between(4_000, 9_000)
  return [
    ['insurance.unemploymentMonths', months, INSURANCE],
    ['insurance.unemploymentInsured', staff, INSURANCE],
    ['insurance.unemploymentClaimants', laidOff, INSURANCE],
    ['insurance.unemploymentPaid', yuan(paid), INSURANCE],
    ['insurance.firmDistrict', site.district, INSURANCE],
    ['funds.refundRaised', FUND.raised, INSURANCE],
    ['funds.unemploymentReserve', FUND.reserveMonths, INSURANCE],
    ['registry.size', staff > 300 ? '大型企业' : '中小微企业', STATISTICS],
    ['registry.bankAccount', account(serial), BANK],
  ]
}

/** What is stated of a worker who gained a certificate in the last year, or a little earlier. */
function personFacts(dice: Dice, { district }: Site, today: string, serial: number, isOwn: boolean): Said[] {
  const ago = isOwn || dice.happens(80) ? dice.between(20, 300) : dice.between(370, 500)
  return [
    ['insurance.unemploymentMonths', isOwn ? 58 : dice.between(6, 120), INSURANCE],
    ['insurance.district', district, INSURANCE],
    ['insurance.cardAccount', account(1_000_000 + serial), INSURANCE],
    ['talents.skillLevel', isOwn ? '中级' : dice.oneOf(['初级', '中级', '高级']), SKILLS],
    ['talents.occupation', dice.oneOf(OCCUPATIONS), SKILLS],
    ['talents.certificateOn', addDays(today, -ago), SKILLS],
    ['talents.certificateNumber', `示例${String(serial).padStart(6, '0')}`, SKILLS],
  ]
}

/** What other authorities state of the made-up city: enough that some hundred firms are entitled to something. */
export function heldFactsPart(making: Making, town: HiringTown): DemoPart {
  const dice = diceOf(town.city.demo.seed * 64 + 41)
  const today = dayOf(making.mark.madeAt)
  const on = addDays(today, -20)
  const firms = town.employers.slice(0, FIRMS)
  const owners = firms.slice(1, PEOPLE).map((site) => ({ id: site.ownerId, site, isOwn: false }))
  const own = town.seeker && firms[0] ? [{ id: town.seeker.id, site: firms[0], isOwn: true }] : []
  const facts: HeldFactFill[] = []
  const state = (subject: HeldFactFill['subject'], said: readonly Said[]) => {
    for (const [record, value, statedBy] of said) facts.push({ subject, record, value, on, statedBy })
  }
  for (const [at, site] of firms.entries())
    state({ kind: 'organisation', id: site.id }, firmFacts(dice, site, at + 1, site.id === town.employer?.id))
  for (const [at, { id, site, isOwn }] of [...own, ...owners].entries())
    state({ kind: 'person', id }, personFacts(dice, site, today, at + 1, isOwn))
  return { make: async (newId) => (tx) => fillHeldFacts(deskOf(making, tx, newId), facts) }
}
