import { cityRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { nameIn } from '../i18n/name-in.ts'
import { plainClient } from './client.ts'

const client = plainClient(cityRoutes)

/** The city of this site: districts, bureau, business types. It does not change while a page is open. */
export const useCity = () => useQuery({ queryKey: ['city'], queryFn: () => client.profile(), staleTime: Infinity })

/** Districts as choices of a list, in the order of the city. */
export const useDistrictChoices = () =>
  (useCity().data?.districts ?? []).map(({ code, name }) => ({ value: code, label: nameIn(name) }))

/** The business types of the city as choices of a list, in the official order. */
export const useBusinessTypeChoices = () =>
  (useCity().data?.businessTypes ?? []).map(({ code, name }) => ({ value: code, label: nameIn(name) }))

/** The name of a district by its code; the code itself while the city is not known. */
export function useDistrictName(): (code: string | null) => string {
  const choices = useDistrictChoices()
  return (code) => choices.find(({ value }) => value === code)?.label ?? code ?? ''
}
