export { type Occupation, occupation, occupationPath, occupations, sharedLevel } from './occupation.ts'
