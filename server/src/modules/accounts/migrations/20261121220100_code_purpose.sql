-- What a one-time code is good for: a code sent to sign in proves nothing else.
alter table accounts.login_code add column purpose text not null default 'signIn';
alter table accounts.login_code alter column purpose drop default;
