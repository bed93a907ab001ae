import { useCity } from '../../app/city.ts'
import { nameIn } from '../../i18n/name-in.ts'

/** Names of places without the province and city one is in: 黄岛区长江路街道; districts in the language of the page. */
export function usePlaceName(): (name: string) => string {
  const { data: city } = useCity()
  const before = city ? [`${city.province.zh}${city.name.zh}`, city.name.zh] : []
  return (name) => {
    if (city && name === before[0]) return nameIn(city.name)
    const known = before.find((each) => name.startsWith(each) && name.length > each.length)
    const short = known ? name.slice(known.length) : name
    const district = city?.districts.find((each) => short.startsWith(each.name.zh))
    if (!district) return short
    const rest = short.slice(district.name.zh.length)
    return nameIn(district.name) + (rest && nameIn({ zh: '', en: ', ' }) + rest)
  }
}
