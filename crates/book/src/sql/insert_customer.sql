INSERT INTO customer (no, code, name, name_key, company, country, city, email, phone, archived,
                      erased, run, version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
