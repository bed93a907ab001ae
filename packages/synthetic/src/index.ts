export { type City, type CityOptions, makeCity } from './city.ts'
export { InvalidCity } from './errors.ts'
