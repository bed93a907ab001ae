export const seeker = {
  title: '求职',
}
