-- A wish that an agency brought lapses like anybody's, and not only with the consent it stands on. What was kept before
-- gets the days of a wish as cities set them so far; from the night on it counts as not looking until it is confirmed.
update talents.talent set visible_until = least(consent_until, confirmed_on + 89)
where agency_id is not null and ended_at is null and consent_until > confirmed_on + 89;
