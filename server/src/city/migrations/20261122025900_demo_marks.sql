-- Who may change a row is said by its policies; those of the mark are tried with every column.
grant update on city.demo to renshu_app;
