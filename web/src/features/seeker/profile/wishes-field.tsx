import type { ProfileBody, Talent } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ComboBox, useAsked } from '../../../ui/filter/combo-box.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { isRightPay } from '../../../ui/form/fields/pay-field.tsx'
import { useFormState } from '../../../ui/form/form.tsx'
import { useOccupations } from '../../work/codes.ts'
import { WishPays } from './wish-pays.tsx'

type Wish = ProfileBody['wishes'][number]
const NEW: Wish = { title: '', occupation: null, salary: null }
const BETWEEN = /[,，、;；\n]+/

const titlesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(BETWEEN)
      .map((title) => title.trim())
      .filter(Boolean),
  ),
]

/** What somebody wants to do, in his own words or picked while typing; below it what the words are read as. */
export function WishesField({ read }: { read: Talent['wishes'] }) {
  const { t } = useTranslation('seeker')
  const { wishes, text, type, pick, change, nameOf } = useWishes(read)
  const { asked, ask, close } = useAsked()
  const { data } = useOccupations(asked ?? '')
  return (
    <>
      <Field
        name="wishes"
        label={t('profile.wishes')}
        hint={t('profile.wishesHint')}
        quiet={!wishes.every(({ salary }) => isRightPay(salary))}
      >
        {({ id, 'aria-invalid': invalid, 'aria-describedby': described }) => (
          <ComboBox
            input={{ id, name: 'wishes', type: 'text', 'aria-invalid': invalid, 'aria-describedby': described }}
            text={text}
            onText={(next) => {
              type(next)
              ask(next.split(BETWEEN).at(-1) ?? '')
            }}
            items={asked ? (data ?? []) : []}
            label={t('profile.wishList')}
            onPick={(occupation) => {
              close()
              pick(occupation)
            }}
            onClose={close}
          >
            {({ title, name }) => (
              <>
                <span>{title}</span>
                {name !== title && <span className="small quiet">{name}</span>}
              </>
            )}
          </ComboBox>
        )}
      </Field>
      <ul className="plain small quiet" aria-live="polite">
        {wishes.map(({ title }) => {
          const name = nameOf(title)
          if (name === undefined) return null
          return <li key={title}>{name ? t('profile.readAs', { title, name }) : t('profile.notRead', { title })}</li>
        })}
      </ul>
      <WishPays wishes={wishes} onChange={change} />
    </>
  )
}

/** The wishes of the form as one text, with the occupations that are known of them. */
function useWishes(read: Talent['wishes']) {
  const { values, set } = useFormState()
  const wishes = (values['wishes'] ?? []) as Wish[]
  const kept = wishes.map(({ title }) => title).join('、')
  const [typed, setTyped] = useState(kept)
  const picked = (values['wishNames'] ?? {}) as Record<string, string>
  const keep = (text: string, also: readonly Wish[] = []) => {
    // A title that is being corrected keeps what was said of it.
    const known = [...also, ...wishes, ...((values['wishesBefore'] ?? []) as Wish[])]
    setTyped(text)
    set('wishesBefore', known)
    set(
      'wishes',
      titlesOf(text).map((title) => known.find((each) => each.title === title) ?? { ...NEW, title }),
    )
  }
  const change = (changed: Wish) =>
    set(
      'wishes',
      wishes.map((each) => (each.title === changed.title ? changed : each)),
    )
  const pick = ({ title, code, name }: { title: string; code: string; name: string }) => {
    const before = typed.split(BETWEEN).slice(0, -1)
    set('wishNames', { ...picked, [title]: name })
    keep([...before, title].join('、'), [{ ...NEW, title, occupation: code }])
  }
  /** Null where a saved wish is no occupation, undefined where nobody has read it yet. */
  const nameOf = (title: string): string | null | undefined => {
    const saved = read.find((each) => each.title === title)
    return picked[title] ?? (saved && (saved.occupation?.name ?? null))
  }
  return { wishes, text: titlesOf(typed).join('、') === kept ? typed : kept, type: keep, pick, change, nameOf }
}
