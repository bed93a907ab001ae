import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { division, divisions, fullName, isWithin } from './division.ts'
import { type PlaceReading, readPlace } from './read-place.ts'
import { stemOf } from './stems.ts'

const codesOf = (reading: PlaceReading): string[] => {
  if (reading.kind === 'division') return reading.codes
  return reading.kind === 'ambiguous' ? reading.candidates : []
}

test.each([
  ['青岛', '370200'],
  ['青岛·市南', '370202'],
  ['青岛市市南区', '370202'],
  ['青岛市南区', '370202'],
  ['山东省青岛市黄岛区', '370211'],
  ['上海-浦东新区', '310115'],
  ['广州黄埔区', '440112'],
  ['胶州市', '370281'],
  ['合肥·瑶海·三十头', '340102'],
  ['北京市北京市西城区', '110102'],
  ['台湾省台湾省台湾省', '710000'],
  ['河南省平顶山市湛河', '410411'],
  ['重庆市重庆市彭水苗', '500243'],
  ['济南市中区', '370103'],
  ['延边', '222400'],
  ['内蒙古乌海海南', '150303'],
  ['朝阳区(北京)', '110105'],
  ['市南区，青岛', '370202'],
  ['青岛市崂山区株洲路某号', '370212'],
  ['中国（上海）自由贸易试验区', '310000'],
  ['370202', '370202'],
  ['370202001000', '370202001'],
])('%s is %s', (text, code) => {
  expect(readPlace(text)).toEqual({ text, kind: 'division', codes: [code] })
})

test.each([
  ['西海岸新区', '370211'],
  ['黄岛/西海岸新区', '370211'],
  ['青岛·高新区', '370214'],
  ['红岛', '370214'],
  ['苏州·高新区', '320505'],
  ['成都-高新区', '510100'],
  ['苏州·苏州工业园区', '320500'],
  ['亦庄', '110115'],
  ['成都·天府新区', '510100'],
  ['南京·江北新区', '320100'],
])('the functional area %s lies in %s: one district, or the city where it spans several', (text, code) => {
  expect(codesOf(readPlace(text))).toEqual([code])
})

test('a road gives no street of its name, the street in full does', () => {
  expect(codesOf(readPlace('市南区香港中路10号'))).toEqual(['370202'])
  expect(codesOf(readPlace('市南区香港中路街道'))).toEqual(['370202001'])
})

test('an area that spans divisions of its own rank has them all', () => {
  expect(codesOf(readPlace('雄安新区'))).toEqual(['130629', '130632', '130638'])
  expect(readPlace('天府新区')).toMatchObject({ kind: 'division', codes: ['510100', '511400'] })
  expect(codesOf(readPlace('北上广深'))).toEqual(['110000', '310000', '440100', '440300'])
})

test.each([
  ['胶南', '370211', '胶南市'],
  ['青岛四方', '370203', '四方区'],
  ['四方区', '370203', '四方区'],
  ['即墨市', '370215', '即墨市'],
  ['襄樊', '420600', '襄樊市'],
  ['杭州·下城区', '330105', '下城区'],
  ['上海-闸北区', '310106', '闸北区'],
  ['塘沽', '120116', '塘沽区'],
  ['广州·萝岗', '440112', '萝岗区'],
  ['莱芜市莱城区', '370116', '莱城区'],
  ['济宁市市中区', '370811', '市中区'],
  ['邢台桥东区', '130502', '桥东区'],
  ['深圳-龙华新区', '440309', undefined],
])('the former division %s leads to %s', (text, code, former) => {
  expect(readPlace(text)).toEqual({ text, kind: 'division', codes: [code], ...(former && { former }) })
})

test('a former division that was divided is ambiguous until the text says which part', () => {
  expect(readPlace('莱芜市')).toMatchObject({ kind: 'ambiguous', candidates: ['370116', '370117'] })
  expect(codesOf(readPlace('莱芜市钢城区'))).toEqual(['370117'])
})

test.each([
  ['朝阳', ['110105', '211300', '220104']],
  ['鼓楼', ['320106', '320302', '350102', '410204']],
  ['市中', ['370103', '370402', '511002', '511102']],
  ['西湖区', ['330106', '360103']],
  ['吉林', ['220000', '220200']],
  ['Suzhou', ['320500', '341300']],
])('%s alone is ambiguous', (text, candidates) => {
  const reading = readPlace(text)
  expect(reading.kind).toBe('ambiguous')
  expect(codesOf(reading).toSorted()).toEqual(candidates)
})

test.each([
  ['海南', '460000'],
  ['中山', '442000'],
  ['西安', '610100'],
  ['长沙', '430100'],
  ['大理', '532900'],
])('%s is the province or city of that name before districts elsewhere', (text, code) => {
  expect(codesOf(readPlace(text))).toEqual([code])
})

test.each([
  ['青岛/烟台', ['370200', '370600']],
  ['青岛市南区、市北区、黄岛区', ['370202', '370203', '370211']],
  ['北京-上海', ['110000', '310000']],
  ['即墨、城阳', ['370215', '370214']],
  ['上海 北京 广州', ['310000', '110000', '440100']],
])('several places in one text are all read: %s', (text, codes) => {
  expect(readPlace(text)).toEqual({ text, kind: 'division', codes })
})

test.each([
  ['青岛·黄岛·薛家岛', '370211'],
  ['日照·东港区·秦楼街道', '371102'],
  ['东莞·大岭山镇', '441900'],
  ['东莞·东城区', '441900'],
  ['中山·南朗镇', '442000'],
])('%s gives a street or town inside %s', (text, area) => {
  const [code = ''] = codesOf(readPlace(text))
  expect(division(code)?.level).toBe('street')
  expect(isWithin(code, area)).toBe(true)
})

test.each([
  '天河路490号1201房',
  '南京西路1266号',
  '广州大道南',
  '金牛大厦',
  '无',
  '异地招聘',
  '国外',
  '',
  '薛家岛街道',
])('no place is made of %s', (text) => {
  expect(readPlace(text)).toEqual({ text, kind: 'unknown' })
})

test('names of places within other business districts do not start a place', () => {
  expect(codesOf(readPlace('长春·朝阳·重庆'))).toEqual(['220104'])
  expect(codesOf(readPlace('贵阳·云岩·普陀路'))).toEqual(['520103'])
})

test('two names joined into one path that exclude each other are ambiguous', () => {
  expect(readPlace('山东省泰州市')).toMatchObject({ kind: 'ambiguous', candidates: ['370000', '321200'] })
})

test('work from anywhere is told from work from home, and a place beside it stays', () => {
  expect(readPlace('全国')).toEqual({ text: '全国', kind: 'anywhere' })
  expect(readPlace('居家办公')).toEqual({ text: '居家办公', kind: 'anywhere', remote: true })
  expect(readPlace('青岛（可远程）')).toEqual({
    text: '青岛（可远程）',
    kind: 'division',
    codes: ['370200'],
    remote: true,
  })
})

test.each([
  ['Qingdao', '370200'],
  ['Shinan, Qingdao', '370202'],
  ["Xi'an", '610100'],
  ['Pudong New Area, Shanghai', '310115'],
  ['Hong Kong', '810000'],
  ['Inner Mongolia', '150000'],
])('the Latin name %s is %s', (text, code) => {
  expect(codesOf(readPlace(text))).toEqual([code])
})

test('the whole path of every district reads back as that district', () => {
  const wrong = [...divisions()]
    .filter(({ level }) => level !== 'street')
    .filter(({ code }) => codesOf(readPlace(fullName(code))).join() !== code)
  expect(wrong.map(({ code }) => fullName(code))).toEqual([])
})

test('every district is found by its short name after its city, but for a city and a county of one name', () => {
  const wrong = [...divisions()]
    .filter(({ level }) => level === 'district')
    .flatMap(({ code, name, parent = '' }) => {
      const text = `${stemOf(division(parent)?.name ?? '')}·${stemOf(name)}`
      const codes = codesOf(readPlace(text))
      return codes.join() === code ? [] : [text]
    })
  expect([...new Set(wrong)]).toEqual(['临夏·临夏', '和田·和田', '伊犁·伊宁'])
})

test('any text gives a reading that keeps it, and codes in force', () => {
  const fragments = constantFrom(
    '青岛',
    '市',
    '市南',
    '/',
    '·',
    '-',
    '朝阳',
    '路',
    '高新区',
    '远程',
    'qingdao',
    '莱芜市',
    '　',
  )
  assert(
    property(string(), fragments, fragments, fragments, (noise, a, b, c) => {
      for (const text of [noise, a + b + c, a + noise + b]) {
        const reading = readPlace(text)
        expect(reading.text).toBe(text)
        for (const code of codesOf(reading)) expect(division(code)).toBeDefined()
        if (reading.kind === 'ambiguous') expect(reading.candidates.length).toBeGreaterThan(1)
        if (reading.kind === 'division') expect(new Set(reading.codes).size).toBe(reading.codes.length)
      }
    }),
  )
})

const POSTINGS = new URL('../../../../../shared/data/postings/postings_zh.jsonl.gz', import.meta.url)

test.skipIf(!existsSync(POSTINGS))(
  'of the places given in real postings 99 % are coded (skipped without ../shared)',
  () => {
    const lines = gunzipSync(readFileSync(POSTINGS)).toString().split('\n').filter(Boolean)
    const places = lines.map((line) => (JSON.parse(line) as { city?: string }).city ?? '')
    const given = places.filter((place) => place !== '' && place !== '无')
    const coded = given.filter((place) => readPlace(place).kind === 'division')
    expect(coded.length / given.length).toBeGreaterThan(0.99)
  },
)
