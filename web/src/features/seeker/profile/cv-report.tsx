import type { CvReading, Talent } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { monthlyPay } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { usePlaceName } from '../../jobs/place-names.ts'
import { bodyOf, seeker, useMineChanged } from '../queries.ts'

const MOST_WISHES = 5
const MOST_PLACES = 10

/** The wishes of a profile with those of the CV behind them; pay only where none was named. */
function joined(talent: Talent, { wishes, places, salary }: CvReading) {
  const body = bodyOf(talent)
  const titles = new Set(body.wishes.map(({ title }) => title))
  const added = wishes.filter(({ title }) => !titles.has(title))
  const news = places.filter(({ place }) => !body.places.includes(place))
  const room = MOST_WISHES - body.wishes.length
  return {
    titles: added.slice(0, room).map(({ title }) => title),
    places: news.slice(0, MOST_PLACES - body.places.length).map(({ name }) => name),
    salary: body.salary ? null : salary,
    body: {
      ...body,
      wishes: [
        ...body.wishes,
        ...added
          .slice(0, room)
          .map(({ title, occupation }) => ({ title, occupation: occupation?.code ?? null, salary: null })),
      ],
      places: [...body.places, ...news.map(({ place }) => place)].slice(0, MOST_PLACES),
      salary: body.salary ?? salary,
    },
  }
}

/** What the CV says of work, places and pay beyond the profile, to be taken over by one press or left. */
function CvWishes({ talent, reading }: { talent: Talent; reading: CvReading }) {
  const { t } = useTranslation(['seeker', 'work'])
  const placeName = usePlaceName()
  const changed = useMineChanged()
  const { pending, error, attempt } = useAttempt()
  const { titles, places, salary, body } = joined(talent, reading)
  if (titles.length === 0 && places.length === 0 && !salary) return null
  const take = () =>
    attempt(async () => {
      await seeker.save({ body })
      await changed()
      notify(t('cv.wishesTaken'))
    })
  return (
    <div className="note stack">
      <p>{t('cv.wishes')}</p>
      <Facts
        of={[
          [t('profile.step.wish'), titles.join('、')],
          [t('profile.step.place'), places.map(placeName).join('、')],
          [t('profile.step.pay'), salary && monthlyPay(salary)],
        ]}
      />
      {error && <ProblemNote error={error} />}
      <div>
        <Button onClick={() => void take()} disabled={pending}>
          {t('cv.takeWishes')}
        </Button>
      </div>
    </div>
  )
}

/** What becomes of a CV that was read, and what it says beyond the form. */
export function CvReport(read: { talent: Talent; reading: CvReading }) {
  const { t } = useTranslation('seeker')
  return (
    <>
      <p className="note" role="status">
        {t(read.reading.scanned ? 'cv.scanned' : 'cv.check')}
      </p>
      <CvWishes {...read} />
    </>
  )
}
