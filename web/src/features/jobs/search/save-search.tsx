import { jobsRoutes } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { writeSearch } from '../../../app/search.ts'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { ownJobs } from '../queries.ts'
import type { Asked } from './asked.ts'
import { queryOf } from './question.ts'

/** Keeps the search, to be told of new postings. */
export function SaveSearch({ asked, name }: { asked: Asked; name: string }) {
  const { t } = useTranslation('jobs')
  return (
    <DialogButton action={t('save.action')}>
      {(close) => <SaveForm asked={asked} name={name} close={close} />}
    </DialogButton>
  )
}

function SaveForm({ asked, name, close }: { asked: Asked; name: string; close: () => void }) {
  const { t } = useTranslation('jobs')
  const client = useQueryClient()
  const form = useForm({
    route: jobsRoutes.saveSearch,
    initial: { name, alert: 'daily' },
    given: { query: writeSearch(queryOf(asked)).slice(1) },
    required: ['name', 'alert'],
    send: async (body) => {
      await ownJobs.saveSearch({ body })
      await client.invalidateQueries({ queryKey: ['me', 'searches'] })
      notify(t('save.done'))
      close()
    },
  })
  return (
    <Form form={form} action={t('save.action')}>
      <TextField name="name" label={t('save.name')} maxLength={60} />
      <ChoiceField
        name="alert"
        label={t('save.alert')}
        hint={t('save.hint')}
        choices={(['daily', 'weekly', 'never'] as const).map((value) => ({ value, label: t(`save.${value}`) }))}
      />
    </Form>
  )
}
