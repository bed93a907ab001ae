import type { ProfileBody, Talent } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../ui/form/field.tsx'
import { useFormState } from '../../../ui/form/form.tsx'

type Wish = ProfileBody['wishes'][number]
const MOST = 5

const titlesOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(/[,，、;；\n]+/)
        .map((title) => title.trim())
        .filter(Boolean),
    ),
  ].slice(0, MOST)

/** What somebody wants to do, in his own words; below it what the words were read as when they were saved. */
export function WishesField({ read }: { read: Talent['wishes'] }) {
  const { t } = useTranslation('seeker')
  const { values, set } = useFormState()
  const wishes = (values['wishes'] ?? []) as Wish[]
  const kept = wishes.map(({ title }) => title).join('、')
  const [typed, setTyped] = useState(kept)
  const text = titlesOf(typed).join('、') === kept ? typed : kept
  const change = (next: string) => {
    setTyped(next)
    set(
      'wishes',
      titlesOf(next).map((title) => wishes.find((each) => each.title === title) ?? { title, occupation: null }),
    )
  }
  return (
    <>
      <Field name="wishes" label={t('profile.wishes')} hint={t('profile.wishesHint')}>
        {({ id, 'aria-invalid': invalid, 'aria-describedby': described }) => (
          <input
            id={id}
            name="wishes"
            className="input"
            aria-invalid={invalid}
            aria-describedby={described}
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
      {read.length > 0 && (
        <ul className="plain small quiet">
          {read.map(({ title, occupation }) => (
            <li key={title}>
              {occupation ? t('profile.readAs', { title, name: occupation.name }) : t('profile.notRead', { title })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
