export { type SkillFound, findSkills, locateSkills } from './find-skills.ts'
export { skillNames } from './skill-index.ts'
export { type Certificate, certificate, certificates, certificateWords, covers } from './certificates.ts'
export { type CertificateFound, findCertificates } from './find-certificates.ts'
