-- A bank answers several districts in one file: the cashiers of each book their own rows of it, once.
alter table payments.bank_answer drop constraint bank_answer_city_file_hash_key;
create unique index answer_once on payments.bank_answer (city, file_hash, coalesce(district, ''));
