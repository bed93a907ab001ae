import { type Talent, talentsRoutes } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { RadioField } from '../../../ui/form/fields/radio-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { useVisibilityChoices } from '../profile/steps.tsx'
import { seeker, useMineChanged, useProfile } from '../queries.ts'
import { Groups } from './groups.tsx'

/** Who may see me: one choice in plain words; and what helps with proof. */
export function VisibilityPage() {
  const { t } = useTranslation('seeker')
  return (
    <Page title={t('rooms.visibility')} lead={t('visibility.lead')}>
      <Answer of={useProfile()}>
        {(talent) =>
          talent ? (
            <>
              <Choice key={talent.visibility} talent={talent} />
              <Groups talent={talent} />
            </>
          ) : (
            <Empty
              title={t('visibility.nothing')}
              actions={<ButtonLink to="/me/profile">{t('home.beginAction')}</ButtonLink>}
            >
              <p>{t('visibility.nothingText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}

function Choice({ talent: { visibility, version, confirmBy } }: { talent: Talent }) {
  const { t } = useTranslation(['seeker', 'ui'])
  const changed = useMineChanged()
  const form = useForm({
    route: talentsRoutes.show,
    initial: { visibility },
    given: { version },
    send: async (body) => {
      await seeker.show({ body })
      await changed()
      notify(t('ui:form.saved'))
    },
  })
  return (
    <Card>
      <div className="stack">
        <Form form={form} action={t('ui:form.save')}>
          <RadioField name="visibility" label={t('visibility.title')} choices={useVisibilityChoices()} />
        </Form>
        <p className="small quiet">
          {t('visibility.until', { day: day(confirmBy) })} <Link to="/me/looks">{t('rooms.looks')}</Link>
        </p>
      </div>
    </Card>
  )
}
